package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * A frame that was made of a minute or an hour, in one version.
 *
 * @param station the derived station that speaks
 * @param command 2051 or 2061
 * @param start start of the minute or hour
 * @param part the system code, and behind a hyphen the number of the frame if one does not hold everything
 * @param version from 1
 * @param madeAt when it was made
 * @param number order of making
 * @param backFilled whether it says that it comes from a backlog
 * @param content what stands between the ampersands
 * @param sequence the journal record that it became; empty while it waits
 */
public record MadeFrame(
        Mn station,
        int command,
        Instant start,
        String part,
        int version,
        Instant madeAt,
        long number,
        boolean backFilled,
        String content,
        Optional<Long> sequence) {

    /** What makes versions of one frame versions of one frame. */
    public Key key() {
        return new Key(station, command, start, part);
    }

    /** A frame, whichever version. */
    public record Key(Mn station, int command, Instant start, String part) {}
}
