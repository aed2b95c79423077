package io.stackwatch.core.emission;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The substitution tables as dated rows; no two hold for the same hours. Immutable. */
public final class SubstitutionTable {

    private final List<SubstitutionRow> rows;

    private SubstitutionTable(List<SubstitutionRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that comes with the program. */
    public static SubstitutionTable load() {
        return of(DataTable.resource(SubstitutionTable.class, "substitution.csv"));
    }

    /** Reads a table. */
    public static SubstitutionTable of(DataTable table) {
        List<SubstitutionRow> rows = new ArrayList<>();
        for (DataTable.Row cells : table.rows()) {
            SubstitutionRow row = new SubstitutionRow(
                    cells.text("id"),
                    cells.constant("cause", SubstitutionRow.Cause.class),
                    cells.decimal("capture_from"),
                    cells.optionalDecimal("capture_below"),
                    cells.decimal("hours_from").intValueExact(),
                    cells.optionalDecimal("hours_to").map(BigDecimal::intValueExact),
                    cells.decimal("valid_hours").intValueExact(),
                    cells.effective(LegalTime.ZONE),
                    cells.text("source"),
                    cells.constant("mark", Verification.class));
            if (rows.stream().anyMatch(row::meets)) {
                throw cells.fault("id", "another row holds for the same hours as " + row.id());
            }
            if (rows.stream().anyMatch(other -> other.id().equals(row.id()))) {
                throw cells.fault("id", "two rows with the id " + row.id());
            }
            rows.add(row);
        }
        return new SubstitutionTable(rows);
    }

    /** Every row, in the order of the table. */
    public List<SubstitutionRow> rows() {
        return rows;
    }

    /**
     * The row for an hour.
     *
     * @param capture capture rate of the hour's quarter
     * @param hoursLost how many hours were lost one after the other
     * @return empty if no row holds: the capture rate is below every row
     */
    Optional<SubstitutionRow> find(SubstitutionRow.Cause cause, Fraction capture, int hoursLost, Instant hour) {
        for (SubstitutionRow row : rows) {
            if (row.covers(cause, capture, hoursLost, hour)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
