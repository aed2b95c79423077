package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Duration;
import java.time.Instant;

/**
 * CLOCK (时钟, indicator F13): a logger's clock is off, so that values belong to other hours than they say. It ends when the clock is
 * right to within a smaller bound. An old answer says nothing of the present. Raises a question and proves nothing. Pure; safe to
 * share.
 */
public final class ClockOff {

    private final RuleParameters parameters;

    public ClockOff(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What the last answer says. */
    public Sight see(ClockCase facts) {
        Instant now = facts.now();
        String words = "the logger's clock is " + facts.drift().abs().toSeconds() + " s "
                + (facts.drift().isNegative() ? "slow" : "fast") + " at least, asked at " + facts.at();
        if (facts.at().plus(parameters.duration("clock.stale", now)).isBefore(now)) {
            return new Sight.Unsaid(Sight.Why.TOO_LITTLE_KNOWN, words);
        }
        Duration off = facts.drift().abs();
        if (off.compareTo(parameters.duration("clock.off-from", now)) > 0) {
            return new Sight.Holds(
                    AlarmLevel.valueOf(parameters.at("clock.level", now).value()), AlarmReason.LOOKS_WRONG, words);
        }
        return off.compareTo(parameters.duration("clock.right-within", now)) <= 0
                ? new Sight.Over(AlarmReason.LOOKS_RIGHT, words)
                : new Sight.Unsaid(Sight.Why.IN_BETWEEN, words);
    }
}
