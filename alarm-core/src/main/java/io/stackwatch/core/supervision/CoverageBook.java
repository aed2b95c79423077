package io.stackwatch.core.supervision;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of the plan by date: who must be on line. Immutable. */
public final class CoverageBook {

    private final List<CoverageRow> rows;

    private CoverageBook(List<CoverageRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The rows that come with the program. */
    public static CoverageBook load() {
        return of(DataTable.resource(CoverageBook.class, "coverage-duties.csv"));
    }

    /** Reads them from a table with the columns id, kind, value, chinese, from, until, source, mark. */
    public static CoverageBook of(DataTable table) {
        List<CoverageRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (DataTable.Row row : table.rows()) {
            CoverageRow.Kind kind = row.constant("kind", CoverageRow.Kind.class);
            String value =
                    kind == CoverageRow.Kind.STACK_ABOVE ? row.decimal("value").toPlainString() : row.text("value");
            CoverageRow read = new CoverageRow(
                    row.text("id"),
                    kind,
                    value,
                    row.text("chinese"),
                    row.effective(LegalTime.ZONE),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            if (!ids.add(read.id())) {
                throw row.fault("id", "two rows " + read.id());
            }
            rows.add(read);
        }
        return new CoverageBook(rows);
    }

    /** Every row. */
    public List<CoverageRow> rows() {
        return rows;
    }

    /** The rows that hold at an instant. */
    public List<CoverageRow> inForce(Instant at) {
        return rows.stream().filter(row -> row.effective().contains(at)).toList();
    }
}
