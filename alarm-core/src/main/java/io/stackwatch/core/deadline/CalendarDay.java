package io.stackwatch.core.deadline;

import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;

/**
 * What a day is for those who work by the State Council's arrangement.
 *
 * @param date the day, in Asia/Shanghai
 * @param kind what it is
 * @param name of the holiday; empty text for a common day
 * @param mark how far the arrangement of its year has been checked
 */
public record CalendarDay(LocalDate date, Kind kind, String name, Verification mark) {

    /** What a day is. */
    public enum Kind {
        /** Monday to Friday, and no holiday. */
        WORKDAY(true),
        /** Saturday or Sunday. */
        WEEKEND(false),
        /** A day off by the arrangement of its year. */
        HOLIDAY(false),
        /** A Saturday or Sunday on which work is done (调休). */
        MAKE_UP_WORKDAY(true);

        private final boolean working;

        Kind(boolean working) {
            this.working = working;
        }
    }

    /** Whether it is a working day. */
    public boolean working() {
        return kind.working;
    }
}
