package io.stackwatch.core.enforcement;

import io.stackwatch.core.deadline.PeriodEnd;
import io.stackwatch.core.deadline.PeriodId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A period that a step of a case has begun.
 *
 * @param strand in which strand
 * @param period which period
 * @param begun the day of the act that began it
 * @param end when it ends, as far as is known
 * @param over the day of the act with which it was over, if it is
 */
public record RunningPeriod(Strand strand, PeriodId period, LocalDate begun, PeriodEnd end, Optional<LocalDate> over) {

    /** Whether its last day lies before a day, or an act has ended it. */
    boolean pastOn(LocalDate day) {
        return over.isPresent() || end.passedBefore(day);
    }

    /** Whether an act of a day is within it. */
    boolean within(LocalDate day) {
        return over.isEmpty() && !end.passedBefore(day);
    }

    RunningPeriod overOn(LocalDate day) {
        return new RunningPeriod(strand, period, begun, end, Optional.of(day));
    }

    /** For people: its name and its last day, or why it has none. */
    String text() {
        return period
                + end.match(
                        ends -> " ends on " + ends.calculation().last(),
                        halted -> " is halted by " + halted.since().cause(),
                        notCounted -> " cannot be counted: " + notCounted.why())
                + over.map(day -> ", over since " + day).orElse("");
    }
}
