package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Instant;

/**
 * EX_WEEK3 (周累计): an outlet exceeds in so many hours of a calendar week that the city's circular names it (聊环函〔2020〕48号). It ends
 * when by revised hours there are fewer, and when the week has been over for a time and its circular is out. Pure; safe to share.
 */
public final class WeekExceedances {

    private final RuleParameters parameters;

    public WeekExceedances(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What a week says so far. */
    public Sight see(WeekCase facts) {
        Instant week = facts.start();
        int needed = parameters.count("exceedance.week.from-hours", week);
        String words =
                facts.exceeding().size() + " h of the week exceed, for the city's circular from " + needed + " on";
        Instant closed = facts.end().plus(parameters.duration("exceedance.week.closed-after", week));
        if (!facts.now().isBefore(closed)) {
            return new Sight.Over(AlarmReason.PERIOD_CLOSED, words);
        }
        return facts.exceeding().size() < needed
                ? new Sight.Over(AlarmReason.REVISED, words)
                : new Sight.Holds(
                        AlarmLevel.valueOf(
                                parameters.at("exceedance.week.level", week).value()),
                        AlarmReason.EXCEEDS,
                        words);
    }
}
