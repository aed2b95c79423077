package io.stackwatch.core.penalty;

import io.stackwatch.core.deadline.Tolling;
import io.stackwatch.core.exceedance.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is added to a fine that is not paid in time (加处罚款; 行政处罚法 art. 72 and 73): a part of the fine for each day behind the last day
 * of payment, up to a cap; days of reconsideration and litigation are not counted. The machine computes it, an officer confirms it.
 *
 * @param fine the fine
 * @param lastInTime the last day on which it could be paid in time
 * @param until the day up to which it is counted, that day included
 * @param days how many days count
 * @param notCounted how many days behind the last day do not, because of an appeal
 * @param amount the surcharge, rounded down to the fen
 * @param capped whether the cap was reached
 * @param lines the calculation line by line
 */
public record Surcharge(
        Yuan fine,
        LocalDate lastInTime,
        LocalDate until,
        long days,
        long notCounted,
        Yuan amount,
        boolean capped,
        List<String> lines) {

    private static final Set<Tolling.Cause> APPEALS = Set.of(Tolling.Cause.RECONSIDERATION, Tolling.Cause.LITIGATION);
    private static final Yuan FEN = Yuan.of("0.01");

    public Surcharge {
        lines = List.copyOf(lines);
    }

    /**
     * Counts it.
     *
     * @param rate which part of the fine a day adds, and where that ends
     * @param lastInTime the last day of payment
     * @param until the day of payment, or the day that asks
     * @param tollings what went on meanwhile
     */
    public static Surcharge of(Yuan fine, Rate rate, LocalDate lastInTime, LocalDate until, List<Tolling> tollings) {
        long days = 0;
        long notCounted = 0;
        for (LocalDate day = lastInTime.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (appealed(day, tollings)) {
                notCounted++;
            } else {
                days++;
            }
        }
        Fraction exact = fine.exact().times(Fraction.of(rate.perDay().multiply(BigDecimal.valueOf(days))));
        Fraction most = fine.exact().times(Fraction.of(rate.cap()));
        boolean capped = exact.compareTo(most) > 0;
        Yuan amount = Yuan.roundedDown(capped ? most : exact, FEN);
        List<String> lines = new ArrayList<>();
        lines.add("paid in time until " + lastInTime + ", counted to " + until + ": " + days + " days");
        if (notCounted > 0) {
            lines.add(notCounted + " days of reconsideration or litigation are not counted");
        }
        lines.add(fine + " x " + rate.perDay().toPlainString() + " x " + days + " = " + exact);
        if (capped) {
            lines.add("not more than " + rate.cap().toPlainString() + " x " + fine);
        }
        lines.add("rounded down to the fen: " + amount);
        return new Surcharge(fine, lastInTime, until, days, notCounted, amount, capped, lines);
    }

    /**
     * The rate of a day.
     *
     * @param perDay part of the fine
     * @param cap times the fine
     */
    public record Rate(BigDecimal perDay, BigDecimal cap) {

        /** The rate for a fine that was decided on a day. */
        public static Rate at(PenaltyParameters parameters, LocalDate decided) {
            return new Rate(
                    new BigDecimal(parameters.surchargeRate(decided).value()),
                    new BigDecimal(parameters.surchargeCap(decided).value()));
        }
    }

    private static boolean appealed(LocalDate day, List<Tolling> tollings) {
        return tollings.stream().anyMatch(tolling -> APPEALS.contains(tolling.cause()) && tolling.covers(day));
    }
}
