package io.stackwatch.core.exceedance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.function.Function;

/**
 * What can still become of an hour before it is over: from which moment on it can no longer comply, and until then below
 * what the rest of it must stay. It is arithmetic of the plain mean of valid minutes, and no verdict: an hour is judged by
 * what is reported of it. Where a logger converts the mean of the hour and not each minute, it is an estimate.
 *
 * <p>{@link CannotComply} holds for every continuation: the best that can come is that every minute to come is valid and zero,
 * and a concentration is not below zero. It is said of the mean as it is written, rounded half even, so that rounding does not
 * make it false. Pure.
 */
public sealed interface HourForecast {

    /** How many decimals the mean of an hour is written with. */
    String DECIMALS = "forecast.decimals";

    /** Calls the function of the variant. */
    <T> T match(
            Function<CannotComply, T> cannot,
            Function<StayBelow, T> stay,
            Function<Complies, T> complies,
            Function<NotJudgeable, T> notJudgeable);

    /**
     * Computes it.
     *
     * @param parameters of the rules
     * @param hour start of the hour
     */
    static HourForecast of(ForecastCase facts, RuleParameters parameters, Instant hour) {
        int minimum = HourParameters.at(parameters, hour).minimumMinutes();
        int decimals = parameters.count(DECIMALS, hour);
        int known = facts.validMinutes().size();
        int most = known + facts.remaining();
        if (most == 0 || most < minimum) {
            return new NotJudgeable(most, minimum);
        }
        BigDecimal allowed = facts.allowed().milligramsPerCubicMetre();
        BigDecimal sum = facts.sum();
        BigDecimal best = sum.divide(BigDecimal.valueOf(most), decimals, RoundingMode.HALF_EVEN);
        if (best.compareTo(allowed) > 0) {
            return new CannotComply(best, known >= minimum);
        }
        if (facts.remaining() == 0) {
            return new Complies(best);
        }
        BigDecimal left =
                allowed.multiply(BigDecimal.valueOf(most)).subtract(sum).max(BigDecimal.ZERO);
        BigDecimal below = left.divide(BigDecimal.valueOf(facts.remaining()), decimals, RoundingMode.DOWN);
        return new StayBelow(below, facts.remaining());
    }

    /**
     * Nothing that can come makes the hour comply.
     *
     * @param best the lowest mean that can still be written of it, mg/m³
     * @param judged whether enough minutes are valid already, so that the hour exceeds for certain; else it exceeds or is not
     *     judged
     */
    record CannotComply(BigDecimal best, boolean judged) implements HourForecast {
        @Override
        public <T> T match(
                Function<CannotComply, T> cannot,
                Function<StayBelow, T> stay,
                Function<Complies, T> complies,
                Function<NotJudgeable, T> notJudgeable) {
            return cannot.apply(this);
        }
    }

    /**
     * The hour complies if the mean of the minutes to come does not exceed this, all of them valid.
     *
     * @param mean mg/m³, rounded down
     * @param minutes how many are to come
     */
    record StayBelow(BigDecimal mean, int minutes) implements HourForecast {
        @Override
        public <T> T match(
                Function<CannotComply, T> cannot,
                Function<StayBelow, T> stay,
                Function<Complies, T> complies,
                Function<NotJudgeable, T> notJudgeable) {
            return stay.apply(this);
        }
    }

    /** Every minute is known, and their mean is within the limit. */
    record Complies(BigDecimal mean) implements HourForecast {
        @Override
        public <T> T match(
                Function<CannotComply, T> cannot,
                Function<StayBelow, T> stay,
                Function<Complies, T> complies,
                Function<NotJudgeable, T> notJudgeable) {
            return complies.apply(this);
        }
    }

    /** So many minutes are lost that the hour has no mean, whatever comes. */
    record NotJudgeable(int most, int minimum) implements HourForecast {
        @Override
        public <T> T match(
                Function<CannotComply, T> cannot,
                Function<StayBelow, T> stay,
                Function<Complies, T> complies,
                Function<NotJudgeable, T> notJudgeable) {
            return notJudgeable.apply(this);
        }
    }
}
