package io.stackwatch.core.exceedance;

import java.util.List;

/** The guards of the hour rule as one list, in the order in which they are asked; the first that applies decides. */
public final class RulesInForce {

    static final List<Guard> HOUR = List.of(
            new Guard("not-due", "duty to send: accepted stop, exemption, not connected", HourGuards::notDue),
            new Guard("not-received", "absence is a fact, never within", HourGuards::notReceived),
            new Guard("equipment-mark", "marking rules 2022 no. 21, art. 6", HourGuards::equipmentMark),
            new Guard("out-of-control", "HJ 75-2017 part 12, unverified: not in control", HourGuards::outOfControl),
            new Guard("working-condition-mark", "marking rules 2022 no. 21, art. 6", HourGuards::workingConditionMark),
            new Guard("valid-minutes", "HJ 76-2017 Annex B: 45 minutes; HJ 212-2017 C.17", HourGuards::invalid),
            new Guard("limit-in-force", "limit of the hour of emission", HourGuards::noLimit),
            new Guard("unit", "limits are in mg/m3", HourGuards::wrongUnit),
            new Guard("oxygen-missing", "conversion needs the oxygen of the same hour", HourGuards::oxygenMissing),
            new Guard("oxygen-valid", "HJ 76-2017 Annex B, for the oxygen", HourGuards::oxygenInvalid),
            new Guard("oxygen-too-high", "own guard: 20.9 %, 21 - O2 below 0.5", HourGuards::oxygenTooHigh),
            new Guard("value-missing", "absence is a fact, never within", HourGuards::valueMissing),
            new Guard("negative-value", "a negative mean is no measurement", HourGuards::negative));

    private RulesInForce() {}

    /** Names of the guards with what each implements, in order, for documents and screens. */
    public static List<Line> hourRules() {
        return HOUR.stream()
                .map(guard -> new Line(guard.name(), guard.clause()))
                .toList();
    }

    /** A rule as it is shown. */
    public record Line(String name, String clause) {}
}
