package io.stackwatch.core.penalty;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads formulas, circumstances and levels and puts them together; an error names table, line and column. */
record DiscretionTables(DataTable formulas, DataTable circumstances, DataTable levels) {

    static DiscretionTables load() {
        return new DiscretionTables(
                DataTable.resource(DiscretionTables.class, "discretion-formulas.csv"),
                DataTable.resource(DiscretionTables.class, "discretion-factors.csv"),
                DataTable.resource(DiscretionTables.class, "discretion-levels.csv"));
    }

    List<DiscretionFormula> read() {
        List<DiscretionFormula> read = new ArrayList<>();
        for (DataTable.Row row : formulas.rows()) {
            String version = row.text("version");
            DiscretionFormula formula = new DiscretionFormula(
                    version,
                    row.text("chinese"),
                    row.constant("combination", DiscretionFormula.Combination.class),
                    row.decimal("full").intValueExact(),
                    new Yuan(row.decimal("round_to")),
                    row.effective(LegalTime.ZONE),
                    circumstances(version, row.decimal("full").intValueExact()),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            if (read.stream().anyMatch(other -> other.effective().overlaps(formula.effective()))) {
                throw row.fault("from", "two formulas hold at the same time");
            }
            read.add(formula);
        }
        return List.copyOf(read);
    }

    private List<Circumstance> circumstances(String version, int full) {
        List<Circumstance> read = new ArrayList<>();
        for (DataTable.Row row : circumstances.rows()) {
            if (!row.text("version").equals(version)) {
                continue;
            }
            Circumstance.Kind kind = row.constant("kind", Circumstance.Kind.class);
            int weight = row.decimal("weight").intValueExact();
            if (weight < 1) {
                throw row.fault("weight", weight + " is not above zero");
            }
            read.add(new Circumstance(
                    new CircumstanceId(row.text("factor")),
                    row.text("chinese"),
                    kind,
                    row.cell("unit"),
                    weight,
                    levels(version, row.text("factor"), kind, full),
                    row.text("source"),
                    row.constant("mark", Verification.class)));
        }
        return read;
    }

    private List<Circumstance.Level> levels(String version, String factor, Circumstance.Kind kind, int full) {
        List<Circumstance.Level> read = new ArrayList<>();
        Optional<BigDecimal> before = Optional.empty();
        for (DataTable.Row row : levels.rows()) {
            if (!row.text("version").equals(version) || !row.text("factor").equals(factor)) {
                continue;
            }
            Optional<BigDecimal> atLeast = row.optionalDecimal("at_least");
            if (atLeast.isPresent() != (kind == Circumstance.Kind.NUMBER)) {
                throw row.fault("at_least", factor + " is a " + kind);
            }
            if (before.isPresent() && atLeast.isPresent() && atLeast.get().compareTo(before.get()) <= 0) {
                throw row.fault("at_least", atLeast.get() + " does not lie above " + before.get());
            }
            before = atLeast;
            int points = row.decimal("points").intValueExact();
            if (points < 1 || points > full) {
                throw row.fault("points", points + " is not between 1 and " + full);
            }
            read.add(new Circumstance.Level(
                    atLeast,
                    kind == Circumstance.Kind.CHOICE ? row.text("choice") : "",
                    points,
                    row.text("source"),
                    row.constant("mark", Verification.class)));
        }
        return read;
    }
}
