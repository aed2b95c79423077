package io.stackwatch.core.quality;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be said of a series of checks at an instant: a finding, never a period.
 *
 * @param subject which series
 * @param last the newest check that is known
 * @param dueAt until when the next one had or has to be made; empty if none is known to count from, or no row says how often
 * @param state how it stands
 */
public record DueCheck(QaEvent.Subject subject, Optional<QaEvent> last, Optional<Instant> dueAt, State state) {

    /** How a series stands. Names are stored and never change. */
    public enum State {
        /** The next check is still to come. */
        IN_TIME,
        /** The interval has passed without a check. */
        OVERDUE,
        /** The table asks for such a check, and none was ever recorded. */
        NEVER_RECORDED,
        /** No row says how often a check of this mode is made. */
        NO_INTERVAL
    }
}
