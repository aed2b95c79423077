package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.RuleParameters;

/**
 * REPAIR_5D (逾期未修): equipment whose data are marked as not normal has not been repaired within the working days that are given for it
 * (order of the ministry no. 19, art. 8). It ends when the data are normal. Pure; safe to share.
 */
public final class RepairOverdue {

    private final RuleParameters parameters;

    public RepairOverdue(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What holds now. */
    public Sight see(RepairCase facts) {
        if (facts.brokenSince().isEmpty()) {
            return new Sight.Over(AlarmReason.LOOKS_RIGHT, "data are marked as normal");
        }
        if (facts.workingDays().isEmpty()) {
            return new Sight.Unsaid(Sight.Why.TOO_LITTLE_KNOWN, "the working days of the year are not known");
        }
        int given = parameters.count("repair.working-days", facts.now());
        int days = facts.workingDays().getAsInt();
        String words = "marked as not normal since " + facts.brokenSince().get() + ", " + days
                + " working days are over, given for repair " + given;
        return days > given
                ? new Sight.Holds(
                        AlarmLevel.valueOf(
                                parameters.at("repair.level", facts.now()).value()),
                        AlarmReason.LOOKS_WRONG,
                        words)
                : new Sight.Unsaid(Sight.Why.NOT_LONG_ENOUGH, words);
    }
}
