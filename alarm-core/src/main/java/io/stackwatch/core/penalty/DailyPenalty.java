package io.stackwatch.core.penalty;

import io.stackwatch.core.exceedance.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The daily penalty (按日连续处罚; Code art. 1060, 部令28 art. 17 to 19) of one cycle: the original fine for every day from the day after the
 * order that started the cycle was served up to each re-check that finds it refused. It adds up over the rounds; a re-check that finds it
 * obeyed ends the cycle, and the days before it are not charged.
 *
 * @param original the original fine
 * @param served the day on which the order that started the cycle was served
 * @param rounds the rounds, in order
 * @param lines the calculation line by line
 */
public record DailyPenalty(Yuan original, LocalDate served, List<DailyRound> rounds, List<String> lines) {

    public DailyPenalty {
        rounds = List.copyOf(rounds);
        lines = List.copyOf(lines);
    }

    /**
     * Counts a cycle.
     *
     * @param factor how many times the original fine a day costs
     * @param rechecks in order of time, the first not before the service
     */
    public static DailyPenalty of(Yuan original, BigDecimal factor, LocalDate served, List<Recheck> rechecks) {
        Yuan perDay = exactly(original.exact().times(Fraction.of(factor)));
        List<DailyRound> rounds = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("order served " + served + ", counted from " + served.plusDays(1) + "; " + perDay + " yuan a day");
        LocalDate before = served;
        Yuan total = Yuan.ZERO;
        for (Recheck recheck : rechecks) {
            if (recheck.day().isBefore(before)) {
                throw new IllegalArgumentException("re-check on " + recheck.day() + ", before " + before);
            }
            if (!recheck.refused()) {
                lines.add("re-check " + recheck.day() + ": corrected or stopped; the days before it are not charged");
                break;
            }
            long days = ChronoUnit.DAYS.between(before, recheck.day());
            if (days == 0) {
                lines.add("re-check " + recheck.day() + ": no day has passed, nothing is charged");
                continue;
            }
            long daysOfCycle = ChronoUnit.DAYS.between(served, recheck.day());
            Yuan amount = perDay.times(days);
            total = total.plus(amount);
            rounds.add(new DailyRound(
                    rounds.size() + 1, before.plusDays(1), recheck.day(), days, daysOfCycle, amount, total));
            lines.add("round " + rounds.size() + ": " + before.plusDays(1) + " to " + recheck.day() + " = " + days
                    + " days x " + perDay + " = " + amount + " yuan; " + daysOfCycle + " days of the cycle, " + total
                    + " yuan in all");
            before = recheck.day();
        }
        return new DailyPenalty(original, served, rounds, lines);
    }

    /** The sum of all rounds. */
    public Yuan total() {
        return rounds.isEmpty() ? Yuan.ZERO : rounds.get(rounds.size() - 1).total();
    }

    private static Yuan exactly(Fraction amount) {
        return new Yuan(amount.numerator().divide(amount.denominator()));
    }
}
