package io.stackwatch.core.exceedance;

import io.stackwatch.core.exceedance.Verdict.NotJudged;
import io.stackwatch.core.limit.LimitLookup;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.Mark;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Validity;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.transmission.Due;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The guards of the hour rule; each may rely on those before it in {@link RulesInForce}. */
final class HourGuards {

    private HourGuards() {}

    /** A factor that is on no list but was reported is judged all the same. */
    static Optional<NotJudged> notDue(Hearing hearing) {
        return hearing.facts()
                .due()
                .match(
                        yes -> Optional.empty(),
                        no -> no.reason() == Due.Reason.NOT_ASSESSED
                                        && hearing.facts().report().isPresent()
                                ? Optional.empty()
                                : because(
                                        NotJudgedReason.NOT_DUE,
                                        no.document().isEmpty()
                                                ? no.reason().name()
                                                : no.reason() + ": " + no.document()));
    }

    static Optional<NotJudged> notReceived(Hearing hearing) {
        return hearing.facts().report().isPresent() ? Optional.empty() : because(NotJudgedReason.NOT_RECEIVED, "");
    }

    static Optional<NotJudged> equipmentMark(Hearing hearing) {
        List<Mark> marks = marks(hearing, Mark.Kind.EQUIPMENT);
        return Mark.covered(hearing.facts().hour().window(), marks)
                                .compareTo(hearing.parameters().spareTime())
                        > 0
                ? because(NotJudgedReason.MARKED_EQUIPMENT, ids(marks))
                : Optional.empty();
    }

    /** The instrument of the factor; where the limit asks for conversion, also that of the oxygen. */
    static Optional<NotJudged> outOfControl(Hearing hearing) {
        InstrumentControl control = hearing.facts().control();
        return control.lostByFactor()
                .or(() -> hearing.converted() ? control.lostByOxygen() : Optional.empty())
                .flatMap(check -> because(NotJudgedReason.OUT_OF_CONTROL, check));
    }

    static Optional<NotJudged> workingConditionMark(Hearing hearing) {
        List<Mark> marks = marks(hearing, Mark.Kind.WORKING_CONDITION_ALLOWED);
        return marks.isEmpty() ? Optional.empty() : because(NotJudgedReason.MARKED_WORKING_CONDITION, ids(marks));
    }

    static Optional<NotJudged> invalid(Hearing hearing) {
        return hearing.ofFactor()
                .match(valid -> Optional.empty(), invalid -> because(reason(invalid.reason()), invalid.detail()));
    }

    static Optional<NotJudged> noLimit(Hearing hearing) {
        return hearing.facts()
                .limit()
                .match(
                        inForce -> Optional.empty(),
                        (LimitLookup.None none) -> because(
                                NotJudgedReason.NO_LIMIT_IN_FORCE, none.reason().name()));
    }

    static Optional<NotJudged> wrongUnit(Hearing hearing) {
        return hearing.facts()
                .report()
                .map(HourReport::unit)
                .filter(unit -> !unit.equals(Unit.MILLIGRAMS_PER_CUBIC_METRE))
                .flatMap(unit -> because(NotJudgedReason.UNIT_NOT_COMPARABLE, unit.symbol()));
    }

    static Optional<NotJudged> oxygenMissing(Hearing hearing) {
        return hearing.converted() && hearing.oxygen().isEmpty()
                ? because(NotJudgedReason.OXYGEN_MISSING, "")
                : Optional.empty();
    }

    static Optional<NotJudged> oxygenInvalid(Hearing hearing) {
        if (!hearing.converted()) {
            return Optional.empty();
        }
        Optional<Unit> unit = hearing.facts().oxygen().map(HourReport::unit);
        if (unit.isPresent() && !unit.get().equals(Unit.PERCENT)) {
            return because(NotJudgedReason.OXYGEN_INVALID, "unit " + unit.get());
        }
        Optional<OxygenContent> oxygen = hearing.oxygen();
        if (oxygen.isPresent() && oxygen.get().percent().signum() < 0) {
            return because(NotJudgedReason.OXYGEN_INVALID, oxygen.get().toString());
        }
        return hearing.ofOxygen()
                .flatMap(validity -> validity.match(
                        valid -> Optional.empty(),
                        (Validity.Invalid invalid) ->
                                because(NotJudgedReason.OXYGEN_INVALID, invalid.reason() + ": " + invalid.detail())));
    }

    static Optional<NotJudged> oxygenTooHigh(Hearing hearing) {
        if (!hearing.converted()) {
            return Optional.empty();
        }
        HourParameters parameters = hearing.parameters();
        return hearing.oxygen()
                .map(OxygenContent::percent)
                .filter(o2 -> o2.compareTo(parameters.oxygenCeiling()) >= 0
                        || parameters.oxygenOfAir().subtract(o2).compareTo(parameters.denominatorFloor()) < 0)
                .flatMap(o2 -> because(NotJudgedReason.OXYGEN_TOO_HIGH, o2.toPlainString() + " %"));
    }

    static Optional<NotJudged> valueMissing(Hearing hearing) {
        return hearing.figure().isPresent()
                ? Optional.empty()
                : because(NotJudgedReason.VALUE_MISSING, hearing.basis().name());
    }

    static Optional<NotJudged> negative(Hearing hearing) {
        return hearing.figure()
                .filter(figure -> figure.number().compareTo(BigDecimal.ZERO) < 0)
                .flatMap(figure -> because(NotJudgedReason.NEGATIVE_VALUE, figure.text()));
    }

    private static Optional<NotJudged> because(NotJudgedReason reason, String detail) {
        return Optional.of(new NotJudged(reason, detail));
    }

    private static NotJudgedReason reason(Validity.Reason reason) {
        return switch (reason) {
            case FLAGGED -> NotJudgedReason.FLAGGED;
            case TOO_FEW_VALID_MINUTES -> NotJudgedReason.TOO_FEW_VALID_MINUTES;
            case VALIDITY_UNKNOWN -> NotJudgedReason.VALIDITY_UNKNOWN;
        };
    }

    private static List<Mark> marks(Hearing hearing, Mark.Kind kind) {
        Window hour = hearing.facts().hour().window();
        return hearing.facts().marks().stream()
                .filter(mark -> mark.kind() == kind)
                .filter(mark -> !mark.window().overlap(hour).isZero())
                .sorted((a, b) -> a.window().compareTo(b.window()))
                .toList();
    }

    private static String ids(List<Mark> marks) {
        return String.join(" ", marks.stream().map(Mark::id).toList());
    }
}
