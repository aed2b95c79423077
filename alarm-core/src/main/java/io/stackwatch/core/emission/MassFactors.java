package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The factors whose mass is counted, as dated rows: {@code mass-factors.csv}. Immutable. */
public final class MassFactors {

    private final List<Row> rows;

    private MassFactors(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * A factor whose mass is counted.
     *
     * @param substituted whether lost hours are substituted in totals
     */
    public record Row(FactorCode factor, boolean substituted, Effective effective, String source, Verification mark) {}

    /** The table that comes with the program. */
    public static MassFactors load() {
        return of(DataTable.resource(MassFactors.class, "mass-factors.csv"));
    }

    static MassFactors of(DataTable table) {
        List<Row> rows = new ArrayList<>();
        for (DataTable.Row cells : table.rows()) {
            Row row = new Row(
                    new FactorCode(cells.text("factor")),
                    substituted(cells),
                    cells.effective(LegalTime.ZONE),
                    cells.text("source"),
                    cells.constant("mark", Verification.class));
            if (rows.stream()
                    .anyMatch(other -> other.factor().equals(row.factor())
                            && other.effective().overlaps(row.effective()))) {
                throw cells.fault("from", "two rows of " + row.factor() + " hold at the same time");
            }
            rows.add(row);
        }
        return new MassFactors(rows);
    }

    private static boolean substituted(DataTable.Row row) {
        return switch (row.text("substituted")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.fault("substituted", "expected yes or no");
        };
    }

    /** The row of a factor at an instant; empty if its mass is not counted. */
    public Optional<Row> at(FactorCode factor, Instant instant) {
        for (Row row : rows) {
            if (row.factor().equals(factor) && row.effective().contains(instant)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The factors whose mass is or was counted, in the order of the table. */
    public List<FactorCode> factors() {
        return rows.stream().map(Row::factor).distinct().toList();
    }
}
