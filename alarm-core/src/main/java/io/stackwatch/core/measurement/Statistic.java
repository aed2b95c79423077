package io.stackwatch.core.measurement;

import java.util.Optional;

/**
 * Which figure of a factor a value is: the suffix behind the last hyphen of an HJ 212 item name.
 *
 * <p>HJ 212-2017 Table 4, HJ 212-2025 Table 4 (the Raw family is seen for {@code RawAvg} only).
 */
public enum Statistic {
    /** Instantaneous value. */
    RTD("Rtd"),
    /** Smallest value of the span. */
    MIN("Min"),
    /** Arithmetic mean of the span. */
    AVG("Avg"),
    /** Largest value of the span. */
    MAX("Max"),
    /** {@link #RTD}, converted to the reference oxygen content (折算). */
    ZS_RTD("ZsRtd"),
    /** {@link #MIN}, converted. */
    ZS_MIN("ZsMin"),
    /** {@link #AVG}, converted: the figure that is compared with a limit. */
    ZS_AVG("ZsAvg"),
    /** {@link #MAX}, converted. */
    ZS_MAX("ZsMax"),
    /** Amount in the span: flow in m3, pollutant in kg. */
    COU("Cou");

    private final String suffix;

    Statistic(String suffix) {
        this.suffix = suffix;
    }

    /** The suffix as the standard spells it. */
    public String suffix() {
        return suffix;
    }

    /** The statistic with exactly this suffix; empty for a suffix that is not a figure (Flag, SampleTime, ...). */
    public static Optional<Statistic> ofSuffix(String suffix) {
        for (Statistic statistic : values()) {
            if (statistic.suffix.equals(suffix)) {
                return Optional.of(statistic);
            }
        }
        return Optional.empty();
    }
}
