package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Limit;
import java.time.Instant;
import java.util.Arrays;

/**
 * EX_D (日均超标): the mean of a legal day's judged hours is strictly above the limit of the daily mean. Red where the ministry's order
 * on waste incineration counts days (部令第10号), else for information. A day with too few judged hours has no mean. It ends
 * when a later day is within, or when by revised hours or marks the day is. Compared exactly. Pure; safe to share.
 */
public final class DayExceedance {

    private static final int DECIMALS = 2;

    private final RuleParameters parameters;

    public DayExceedance(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What a day says. */
    public Sight see(DayCase facts) {
        return facts.limit()
                .map(limit -> against(facts, limit))
                .orElseGet(() -> new Sight.Unsaid(Sight.Why.NO_LIMIT, "no limit of the daily mean in force"));
    }

    private Sight against(DayCase facts, Limit limit) {
        Instant day = facts.start();
        if (facts.now().isBefore(facts.end().plus(parameters.duration("receipt.grace", day)))) {
            return new Sight.Unsaid(Sight.Why.TOO_EARLY, "the day is not over");
        }
        int needed = parameters.count("day.minimum-valid-hours", day);
        int hours = facts.judged().size();
        if (hours < needed) {
            return new Sight.Unsaid(Sight.Why.TOO_LITTLE_KNOWN, hours + " judged hours, not " + needed);
        }
        Fraction mean = Fraction.meanOf(facts.judged());
        String words =
                "daily mean of " + hours + " judged h " + mean.rounded(DECIMALS).toPlainString() + " mg/m3, allowed "
                        + limit.allowed() + " (" + limit.id() + ")";
        if (mean.compareTo(limit.allowed().milligramsPerCubicMetre()) <= 0) {
            return new Sight.Over(AlarmReason.WITHIN, words);
        }
        return facts.laterWithin()
                ? new Sight.Over(AlarmReason.WITHIN, "a later day is within; " + words)
                : new Sight.Holds(level(facts), AlarmReason.EXCEEDS, words);
    }

    private AlarmLevel level(DayCase facts) {
        boolean counted = Arrays.stream(parameters
                        .at("exceedance.day.counted-categories", facts.start())
                        .value()
                        .split(" ", -1))
                .anyMatch(beginning -> facts.categories().stream()
                        .anyMatch(category -> category.value().startsWith(beginning)));
        String name = counted ? "exceedance.day.level-counted" : "exceedance.day.level";
        return AlarmLevel.valueOf(parameters.at(name, facts.start()).value());
    }
}
