package io.stackwatch.gateway.records;

import io.stackwatch.core.quality.QaEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * A check as it was recorded; cannot be changed.
 *
 * @param event what was recorded
 * @param act who recorded it, when, why
 * @param withdrawal who withdrew it, when, why; from then on it counts as if it had never been recorded
 */
public record QaEventRow(QaEvent event, Act act, Optional<Act> withdrawal) {

    /** Whether it still counts. */
    public boolean counts() {
        return withdrawal.isEmpty();
    }

    /** Whether it counted at an instant: recorded by then, and not yet withdrawn. */
    public boolean countsAt(Instant instant) {
        return !act.at().isAfter(instant)
                && withdrawal.map(gone -> gone.at().isAfter(instant)).orElse(true);
    }
}
