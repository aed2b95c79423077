package io.stackwatch.core.emission;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands in the place of lost hours: a row of {@code substitution.csv} (HJ 75-2017 tables 5 and 6).
 *
 * @param id names the row and its version, such as {@code HJ75-2017-A}
 * @param cause for which hours
 * @param captureFrom capture rate of the quarter, from this on
 * @param captureBelow and below this; empty without an end
 * @param hoursFrom hours lost one after the other, from this many on
 * @param hoursTo up to this many, which is included; empty without an end
 * @param validHours of how many valid hours before the greatest is taken
 */
public record SubstitutionRow(
        String id,
        Cause cause,
        BigDecimal captureFrom,
        Optional<BigDecimal> captureBelow,
        int hoursFrom,
        Optional<Integer> hoursTo,
        int validHours,
        Effective effective,
        String source,
        Verification mark) {

    public SubstitutionRow {
        if (validHours < 1 || hoursFrom < 1) {
            throw new IllegalArgumentException("at least one hour: " + validHours + ", " + hoursFrom + " of " + id);
        }
    }

    /** Why hours are lost, as the tables tell it. Names are stored and never change. */
    public enum Cause {
        /** Out of control (失控): the hours before the last passing calibration are looked at. */
        OUT_OF_CONTROL,
        /** Fault, maintenance, calibration, nothing received: the hours before the first lost one are looked at. */
        INVALID
    }

    /** Whether it is the row for such hours. */
    boolean covers(Cause of, Fraction capture, int hoursLost, Instant hour) {
        return cause == of
                && capture.compareTo(captureFrom) >= 0
                && captureBelow.map(below -> capture.compareTo(below) < 0).orElse(true)
                && hoursLost >= hoursFrom
                && hoursTo.map(to -> hoursLost <= to).orElse(true)
                && effective.contains(hour);
    }

    /** Whether there are hours for which both hold. */
    boolean meets(SubstitutionRow other) {
        return cause == other.cause
                && below(captureFrom, other.captureBelow)
                && below(other.captureFrom, captureBelow)
                && hoursTo.map(to -> other.hoursFrom <= to).orElse(true)
                && other.hoursTo.map(to -> hoursFrom <= to).orElse(true)
                && effective.overlaps(other.effective);
    }

    private static boolean below(BigDecimal number, Optional<BigDecimal> end) {
        return end.map(value -> number.compareTo(value) < 0).orElse(true);
    }
}
