package io.stackwatch.core.deadline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days that a period does not count because something else goes on.
 *
 * @param cause what goes on
 * @param first first day that is not counted
 * @param last last day that is not counted; empty while it goes on
 */
public record Tolling(Cause cause, LocalDate first, Optional<LocalDate> last) {

    /** Why days are not counted. Names are stored and never change. */
    public enum Cause {
        /** A hearing has been requested and not yet held (听证). */
        HEARING,
        /** Administrative reconsideration goes on (行政复议). */
        RECONSIDERATION,
        /** A lawsuit goes on (行政诉讼). */
        LITIGATION
    }

    public Tolling {
        if (last.isPresent() && last.get().isBefore(first)) {
            throw new IllegalArgumentException(cause + " ends on " + last.get() + ", before it begins on " + first);
        }
    }

    /** Whether a day lies in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && last.map(end -> !day.isAfter(end)).orElse(true);
    }
}
