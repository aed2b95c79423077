package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Instant;

/**
 * PARAM_CHANGE (参数变更, indicator F10): settings of a station are other than they were, by what it sends. It stands for a time in which a
 * person asks who changed them and whether it was announced; a further change begins another alarm. Raises a question and proves
 * nothing. Pure; safe to share.
 */
public final class SettingsChanged {

    private final RuleParameters parameters;

    public SettingsChanged(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What the last change says. */
    public Sight see(ChangeCase facts) {
        Instant at = facts.at();
        String words = facts.matter() + " was " + facts.was() + ", is " + facts.became() + " since " + at;
        return facts.now().isBefore(at.plus(parameters.duration("settings-change.stands-for", at)))
                ? new Sight.Holds(
                        AlarmLevel.valueOf(
                                parameters.at("settings-change.level", at).value()),
                        AlarmReason.LOOKS_WRONG,
                        words)
                : new Sight.Over(AlarmReason.PERIOD_CLOSED, words);
    }
}
