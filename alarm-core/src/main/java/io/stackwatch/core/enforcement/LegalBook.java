package io.stackwatch.core.enforcement;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        List<LegalBasis> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (DataTable.Row row : table.rows()) {
            LegalBasis basis = new LegalBasis(
                    row.text("id"),
                    row.constant("matter", Matter.class),
                    row.text("instrument"),
                    row.text("article"),
                    row.text("consequence"),
                    row.effective(LegalTime.ZONE),
                    row.cell("note"),
                    row.constant("mark", Verification.class));
            if (!ids.add(basis.id())) {
                throw row.fault("id", "two rows " + basis.id());
            }
            for (LegalBasis other : rows) {
                if (other.matter() == basis.matter() && other.effective().overlaps(basis.effective())) {
                    throw row.fault("from", basis.matter() + " has two grounds at once: " + other.id());
                }
            }
            rows.add(basis);
        }
        return new LegalBook(rows);
    }

    /** The ground for a matter at an instant. */
    public Optional<LegalBasis> inForce(Matter matter, Instant instant) {
        return rows.stream()
                .filter(row -> row.matter() == matter && row.effective().contains(instant))
                .findFirst();
    }

    /** Every row. */
    public List<LegalBasis> rows() {
        return rows;
    }
}
