package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.AlarmCatalogue;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.notice.Escalation;
import io.stackwatch.core.notice.EscalationPlan;
import io.stackwatch.core.notice.Explanations;
import io.stackwatch.core.notice.GroupRule;
import java.util.Map;

/**
 * The tables by which people are told of alarms. Immutable.
 *
 * @param plan chains of escalation
 * @param explanations what explains an alarm
 * @param groups which alarms are told together, by kind
 * @param catalogue what people call the kinds
 * @param parameters dated parameters
 */
public record AlarmingTables(
        EscalationPlan plan,
        Explanations explanations,
        Map<String, GroupRule> groups,
        AlarmCatalogue catalogue,
        RuleParameters parameters) {

    public AlarmingTables {
        groups = Map.copyOf(groups);
    }

    /** The tables that come with the program. */
    public static AlarmingTables load(RuleParameters parameters) {
        return new AlarmingTables(
                EscalationPlan.load(), Explanations.load(), GroupRule.load(), AlarmCatalogue.load(), parameters);
    }

    Escalation escalation() {
        return new Escalation(plan);
    }
}
