package io.stackwatch.core.deadline;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.util.Set;

/**
 * A period of the law: a row of {@code periods.csv}.
 *
 * @param id its name
 * @param chinese its name in documents
 * @param length how many of the unit
 * @param unit what is counted
 * @param movesOn whether a last day on a rest day moves on to the next working day
 * @param owner who must act within it
 * @param warnBefore so many days before the last day the owner is reminded
 * @param passed what follows when it has passed
 * @param tolledBy the causes whose days are not counted
 * @param tollingMark how far it has been checked that those days are not counted
 * @param source the instrument and article
 * @param effective for periods that begin when it is the rule
 * @param note what an officer must know, may be empty text
 * @param mark how far length and unit have been checked
 */
public record Period(
        PeriodId id,
        String chinese,
        int length,
        Unit unit,
        boolean movesOn,
        Role owner,
        int warnBefore,
        Passing passed,
        Set<Tolling.Cause> tolledBy,
        Verification tollingMark,
        String source,
        Effective effective,
        String note,
        Verification mark) {

    /** What is counted. */
    public enum Unit {
        /** Days on which work is done. */
        WORKING_DAYS("working days"),
        /** All days. */
        CALENDAR_DAYS("days"),
        /** Months, to the day of the same number; to the last day of a month that has none. */
        MONTHS("months");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** What follows when the last day has passed. */
    public enum Passing {
        /** A right is gone; the procedure goes on without it. */
        LAPSES,
        /** Whoever owed the act is late; it is still owed, and the head is told. */
        LATE,
        /** The next step may be taken. */
        ALLOWS,
        /** A measure ends by itself. */
        ENDS
    }

    public Period {
        if (length < 1) {
            throw new IllegalArgumentException("period " + id + " of " + length + " " + unit);
        }
        tolledBy = Set.copyOf(tolledBy);
    }
}
