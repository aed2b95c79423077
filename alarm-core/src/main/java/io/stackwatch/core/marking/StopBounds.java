package io.stackwatch.core.marking;

import io.stackwatch.core.marking.StopBound.Relation;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What contradicts a stop, as data; immutable. */
public final class StopBounds {

    private final List<StopBound> rows;

    private StopBounds(List<StopBound> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that comes with the program. */
    public static StopBounds load() {
        return of(DataTable.resource(StopBounds.class, "stop-bounds.csv"));
    }

    static StopBounds of(DataTable table) {
        List<StopBound> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            StopBound bound = new StopBound(
                    new FactorCode(row.text("factor")),
                    row.constant("contradicts", Relation.class),
                    row.decimal("bound"),
                    new Unit(row.text("unit")),
                    row.effective(LegalTime.ZONE),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            if (rows.stream()
                    .anyMatch(other -> other.factor().equals(bound.factor())
                            && other.relation() == bound.relation()
                            && other.effective().overlaps(bound.effective()))) {
                throw row.fault("from", "two rows of " + bound.factor() + " hold at the same time");
            }
            rows.add(bound);
        }
        return new StopBounds(rows);
    }

    /** Every row, in the order of the table. */
    public List<StopBound> rows() {
        return rows;
    }

    /** The factors that can speak for or against a stop. */
    public Set<FactorCode> factors() {
        return rows.stream().map(StopBound::factor).collect(Collectors.toUnmodifiableSet());
    }

    /** The row that a figure is held against; empty if none fits its factor, unit and hour. */
    Optional<StopBound> of(StopFigure figure) {
        List<StopBound> fitting = rows.stream()
                .filter(row -> row.factor().equals(figure.hour().factor())
                        && row.unit().equals(figure.unit())
                        && row.effective().contains(figure.hour().start()))
                .toList();
        Optional<StopBound> ofRange = fitting.stream()
                .filter(row -> row.relation() == Relation.AT_LEAST_SHARE_OF_RANGE
                        && figure.rangeTop().isPresent())
                .findFirst();
        return ofRange.or(() -> fitting.stream()
                .filter(row -> row.relation() != Relation.AT_LEAST_SHARE_OF_RANGE)
                .findFirst());
    }
}
