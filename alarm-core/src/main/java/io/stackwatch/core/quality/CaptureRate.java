package io.stackwatch.core.quality;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Valid data capture rate of a quarter (季度有效数据捕集率, HJ 75-2017 part 12): (hours - invalid - stopped) / (hours - stopped).
 * Another quantity than the transmission rate.
 *
 * @param hours hours of the quarter that are looked at
 * @param stopped of these, hours of an accepted stop
 * @param invalid of the others, hours without a valid datum
 */
public record CaptureRate(int hours, int stopped, int invalid) {

    private static final String REQUIRED = "quarter.minimum-capture-rate";

    public CaptureRate {
        if (stopped < 0 || invalid < 0 || stopped + invalid > hours) {
            throw new IllegalArgumentException(
                    stopped + " hours stopped and " + invalid + " invalid of " + hours + " hours");
        }
    }

    /** The rate, exact; empty if the whole time was a stop: then it is not rated, neither 0 nor 1. */
    public Optional<Fraction> rate() {
        int due = hours - stopped;
        return due == 0
                ? Optional.empty()
                : Optional.of(new Fraction(BigDecimal.valueOf(due - invalid), BigDecimal.valueOf(due)));
    }

    /** Whether the rate that a quarter requires is reached. The rate is compared as it is, never rounded. */
    public Answer in(Quarter quarter, RuleParameters parameters) {
        RuleParameter row = parameters.at(REQUIRED, quarter.window().start());
        Outcome outcome = rate().map(rate ->
                        rate.compareTo(new BigDecimal(row.value())) >= 0 ? Outcome.REACHED : Outcome.NOT_REACHED)
                .orElse(Outcome.NOT_RATED);
        return new Answer(quarter, this, outcome, row);
    }

    /** What is said of a quarter. */
    public enum Outcome {
        /** At or above what is required. */
        REACHED,
        /** Below. */
        NOT_REACHED,
        /** The outlet was stopped all the time. */
        NOT_RATED
    }

    /**
     * The answer for a quarter.
     *
     * @param row the row with what is required
     */
    public record Answer(Quarter quarter, CaptureRate rate, Outcome outcome, RuleParameter row) {}
}
