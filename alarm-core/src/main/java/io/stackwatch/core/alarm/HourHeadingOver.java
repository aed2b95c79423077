package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.exceedance.RuleParameters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * EX_PRE_H (小时预测超标): from some minute on the mean of the running hour so far is above the limit, or, at any minute, nothing
 * that can come makes the hour comply. That it <em>cannot comply</em> is said only where {@link HourForecast.CannotComply} says so,
 * and is graver. It ends when the mean is well below, when too much is lost for a mean, and with its hour. A warning to the plant,
 * without any effect in law. Pure; safe to share.
 */
public final class HourHeadingOver {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DECIMALS = 2;

    private final RuleParameters parameters;

    public HourHeadingOver(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What the hour so far says. */
    public Sight see(RunningCase facts) {
        Instant hour = facts.hour();
        if (!facts.now().isBefore(hour.plus(HOUR))) {
            return ended();
        }
        return facts.forecast()
                .match(
                        cannot -> new Sight.Holds(
                                level("warning.hour.level-certain", hour),
                                AlarmReason.CANNOT_COMPLY,
                                cannot(cannot, facts)),
                        stay -> byMean(
                                facts,
                                "; complies if the open " + stay.minutes() + " min stay at or below "
                                        + stay.mean().toPlainString() + " mg/m3"),
                        complies -> new Sight.Over(
                                AlarmReason.AWAY_FROM_LIMIT,
                                "every minute is known, mean " + complies.mean().toPlainString() + " mg/m3, allowed "
                                        + facts.allowed()),
                        lost -> new Sight.Over(
                                AlarmReason.NOT_JUDGED,
                                "at most " + lost.most() + " valid minutes, not " + lost.minimum()
                                        + ": no mean of the hour"));
    }

    /** What is said of an hour that is over, whatever is known of it. */
    public Sight ended() {
        return new Sight.Over(AlarmReason.HOUR_OVER, "the hour is over and judged by what is reported of it");
    }

    private Sight byMean(RunningCase facts, String outlook) {
        Instant hour = facts.hour();
        int needed = parameters.count("warning.hour.minimum-minutes", hour);
        if (facts.valid().size() < needed) {
            return new Sight.Unsaid(Sight.Why.TOO_LITTLE_KNOWN, facts.valid().size() + " valid minutes, not " + needed);
        }
        BigDecimal allowed = facts.allowed().milligramsPerCubicMetre();
        BigDecimal mean = facts.mean();
        String words = "mean of " + facts.valid().size() + " min " + shown(mean) + " mg/m3, allowed " + facts.allowed()
                + outlook + "; warning beforehand without effect in law";
        if (mean.compareTo(allowed.multiply(parameters.decimal("warning.hour.calm-share", hour))) <= 0) {
            return new Sight.Over(AlarmReason.AWAY_FROM_LIMIT, words);
        }
        if (mean.compareTo(allowed) <= 0) {
            return new Sight.Unsaid(Sight.Why.IN_BETWEEN, words);
        }
        boolean early = facts.now().isBefore(hour.plus(parameters.duration("warning.hour.from", hour)));
        return early
                ? new Sight.Unsaid(Sight.Why.TOO_EARLY, words)
                : new Sight.Holds(level("warning.hour.level", hour), AlarmReason.NEAR_LIMIT, words);
    }

    private AlarmLevel level(String name, Instant hour) {
        return AlarmLevel.valueOf(parameters.at(name, hour).value());
    }

    private static String cannot(HourForecast.CannotComply cannot, RunningCase facts) {
        return "cannot comply: lowest mean that is still possible "
                + cannot.best().toPlainString() + " mg/m3, allowed " + facts.allowed()
                + (cannot.judged() ? "" : ", if enough minutes are valid")
                + "; warning beforehand without effect in law";
    }

    private static String shown(BigDecimal mean) {
        return mean.setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
