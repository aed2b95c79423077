package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.gateway.notice.NextStep.Way;
import java.util.List;

/**
 * A message that is to leave now.
 *
 * @param to where
 * @param tells what it tells, each with the way that it takes; one, or several in a digest
 */
record PlannedMessage(Address to, List<OnWay> tells) {

    PlannedMessage {
        tells = List.copyOf(tells);
    }

    boolean digest() {
        return tells.size() > 1;
    }

    List<Notice> notices() {
        return tells.stream().map(OnWay::notice).toList();
    }

    /** A notice and the way that it would take. */
    record OnWay(Notice notice, Way way) {}
}
