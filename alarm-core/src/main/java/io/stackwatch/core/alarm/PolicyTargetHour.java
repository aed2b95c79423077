package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Limit;

/**
 * ULTRA_LOW (超低限值超标): the newest judged hour is above the target of a policy. For information: a target is no ground for a
 * sanction and never makes a case. Ends with an hour within. Pure; safe to share.
 */
public final class PolicyTargetHour {

    private static final int DECIMALS = 2;

    private final RuleParameters parameters;

    public PolicyTargetHour(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What the hour says. */
    public Sight see(TargetCase facts) {
        return facts.target()
                .map(target -> against(facts, target))
                .orElseGet(() -> new Sight.Over(AlarmReason.NOTHING_KNOWN, "no target of a policy covers the outlet"));
    }

    private Sight against(TargetCase facts, Limit target) {
        if (!facts.referenceOxygen().equals(target.referenceOxygen())) {
            return new Sight.Unsaid(
                    Sight.Why.TOO_LITTLE_KNOWN, "the hour was judged at another reference oxygen than the target's");
        }
        Fraction value = facts.value();
        String words = value.rounded(DECIMALS).toPlainString() + " mg/m3, target of a policy " + target.allowed() + " ("
                + target.instrument() + "); no fine follows from a target";
        return value.compareTo(target.allowed().milligramsPerCubicMetre()) > 0
                ? new Sight.Holds(
                        AlarmLevel.valueOf(
                                parameters.at("target.level", facts.hour()).value()),
                        AlarmReason.EXCEEDS,
                        words)
                : new Sight.Over(AlarmReason.WITHIN, words);
    }
}
