package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.DataTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The articles of law by date. On 2026-08-15 the Ecological-Environment Code (生态环境法典) replaced the older laws; the law
 * of the time of the violation applies, or a lighter later one (Code art. 1057), which an officer decides. Immutable.
 */
public final class LegalBook {

    private final List<LegalBasis> rows;

    private LegalBook(List<LegalBasis> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The articles that come with the program. */
    public static LegalBook load() {
        return of(DataTable.resource(LegalBook.class, "legal-basis.csv"));
    }

    static LegalBook of(DataTable table) {
        return new LegalBook(LegalRows.read(table));
    }

    /** The ground for a matter at an instant. */
    public Optional<LegalBasis> inForce(Matter matter, Instant instant) {
        return rows.stream()
                .filter(row -> row.matter() == matter && row.effective().contains(instant))
                .findFirst();
    }

    /** The row of that name, if there is one. */
    public Optional<LegalBasis> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Every row. */
    public List<LegalBasis> rows() {
        return rows;
    }
}
