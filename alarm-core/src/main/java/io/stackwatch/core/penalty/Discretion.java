package io.stackwatch.core.penalty;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.FineAnswer.NotProposed;
import io.stackwatch.core.penalty.FineAnswer.Proposed;
import io.stackwatch.core.penalty.FineAnswer.Reason;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proposes a fine (建议) inside the range of an article from what was found, by the formula of the day of violation:
 * {@code minimum + (maximum - minimum) x g}. Formula, circumstances, levels and weights are rows. A named officer decides. Pure; safe to share.
 */
public final class Discretion {

    private final List<DiscretionFormula> formulas;

    private Discretion(List<DiscretionFormula> formulas) {
        this.formulas = List.copyOf(formulas);
    }

    /** The formulas that come with the program. */
    public static Discretion load() {
        return new Discretion(DiscretionTables.load().read());
    }

    static Discretion of(DiscretionTables tables) {
        return new Discretion(tables.read());
    }

    /** The circumstances that must be known for a violation of a day; empty if no formula is in force. */
    public List<CircumstanceId> asksFor(LocalDate violation) {
        return at(violation)
                .map(formula ->
                        formula.circumstances().stream().map(Circumstance::id).toList())
                .orElse(List.of());
    }

    /**
     * The proposal, or why there is none.
     *
     * @param range of the article that applies
     * @param violation the day of the violation
     * @param found what was found for each circumstance, as text: a number, or the name of a choice
     */
    public FineAnswer propose(FineRange range, LocalDate violation, Map<CircumstanceId, String> found) {
        Optional<DiscretionFormula> inForce = at(violation);
        if (inForce.isEmpty()) {
            return new NotProposed(Reason.NO_FORMULA_IN_FORCE, "on " + violation);
        }
        DiscretionFormula formula = inForce.get();
        List<CircumstanceId> asked = asksFor(violation);
        for (CircumstanceId given : found.keySet()) {
            if (!asked.contains(given)) {
                return new NotProposed(Reason.CIRCUMSTANCE_UNKNOWN, given + " is not one of " + asked);
            }
        }
        Weighing weighing = new Weighing(formula, range);
        for (Circumstance circumstance : formula.circumstances()) {
            String value = found.get(circumstance.id());
            if (value == null) {
                return new NotProposed(Reason.CIRCUMSTANCE_MISSING, circumstance.id() + " " + circumstance.chinese());
            }
            Optional<Circumstance.Level> level = circumstance.level(value);
            if (level.isEmpty()) {
                return new NotProposed(Reason.VALUE_WITHOUT_LEVEL, circumstance.id() + " '" + value + "'");
            }
            weighing.add(circumstance, value, level.get());
        }
        return new Proposed(weighing.proposal());
    }

    private Optional<DiscretionFormula> at(LocalDate violation) {
        return formulas.stream()
                .filter(formula -> formula.effective()
                        .contains(violation.atStartOfDay(LegalTime.ZONE).toInstant()))
                .findFirst();
    }

    /** Adds up one proposal; lives for one question. */
    private static final class Weighing {

        private final DiscretionFormula formula;
        private final FineRange range;
        private final List<String> lines = new ArrayList<>();
        private final List<Verification> marks = new ArrayList<>();
        private long points;
        private long most;

        Weighing(DiscretionFormula formula, FineRange range) {
            this.formula = formula;
            this.range = range;
            marks.add(formula.mark());
            lines.add("range of the article: " + range);
            lines.add("formula " + formula.version() + " " + formula.chinese() + " (" + formula.mark() + ")");
        }

        void add(Circumstance circumstance, String value, Circumstance.Level level) {
            int own = circumstance.weight() * (level.points() - 1);
            int full = circumstance.weight() * (formula.full() - 1);
            points += own;
            most += full;
            marks.add(circumstance.mark());
            marks.add(level.mark());
            String unit = circumstance.unit().isEmpty() ? "" : " " + circumstance.unit();
            lines.add(circumstance.chinese() + " = " + value + unit + ": level " + level.points() + " of "
                    + formula.full() + ", weight " + circumstance.weight() + ", counts " + own + " of " + full + " ("
                    + level.mark() + ")");
        }

        FineProposal proposal() {
            Fraction share = new Fraction(BigDecimal.valueOf(points), BigDecimal.valueOf(most));
            BigDecimal span = range.maximum().minus(range.minimum()).amount();
            Fraction exact = new Fraction(
                    range.minimum()
                            .amount()
                            .multiply(BigDecimal.valueOf(most))
                            .add(span.multiply(BigDecimal.valueOf(points))),
                    BigDecimal.valueOf(most));
            Yuan rounded = Yuan.roundedDown(exact, formula.roundTo());
            Yuan amount = rounded.atLeast(range.minimum()) ? rounded : range.minimum();
            lines.add("g = " + points + "/" + most);
            lines.add("fine = " + range.minimum() + " + (" + range.maximum() + " - " + range.minimum() + ") x " + points
                    + "/" + most + " = " + exact);
            lines.add("rounded down to a multiple of " + formula.roundTo() + ", not below the minimum: " + amount);
            return new FineProposal(amount, range, formula.version(), share, lines, Verification.weakest(marks));
        }
    }
}
