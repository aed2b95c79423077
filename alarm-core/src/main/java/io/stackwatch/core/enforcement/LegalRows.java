package io.stackwatch.core.enforcement;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.FineRange;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code legal-basis.csv}; an error names table, line and column. */
final class LegalRows {

    private LegalRows() {}

    static List<LegalBasis> read(DataTable table) {
        List<LegalBasis> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            LegalBasis basis = basis(row);
            for (LegalBasis other : rows) {
                if (other.id().equals(basis.id())) {
                    throw row.fault("id", "two rows " + basis.id());
                }
                if (other.matter() == basis.matter() && other.effective().overlaps(basis.effective())) {
                    throw row.fault("from", basis.matter() + " has two grounds at once: " + other.id());
                }
            }
            rows.add(basis);
        }
        for (int i = 0; i < rows.size(); i++) {
            checkSuccessor(table.rows().get(i), rows.get(i), rows);
        }
        return List.copyOf(rows);
    }

    private static void checkSuccessor(DataTable.Row row, LegalBasis basis, List<LegalBasis> rows) {
        Optional<String> next = basis.supersededBy();
        if (next.isEmpty()) {
            return;
        }
        boolean follows = rows.stream()
                .anyMatch(other -> other.id().equals(next.get())
                        && other.matter() == basis.matter()
                        && basis.effective()
                                .until()
                                .equals(Optional.of(other.effective().from())));
        if (!follows) {
            throw row.fault("superseded_by", next.get() + " does not take its place on its last day");
        }
    }

    private static LegalBasis basis(DataTable.Row row) {
        return new LegalBasis(
                row.text("id"),
                row.constant("matter", Matter.class),
                row.text("instrument"),
                row.text("article"),
                row.text("consequence"),
                range(row),
                sanctions(row),
                row.cell("who"),
                row.optionalDecimal("hearing_above").map(Yuan::new),
                row.effective(LegalTime.ZONE),
                row.optional("superseded_by"),
                row.cell("note"),
                row.constant("mark", Verification.class));
    }

    private static Optional<FineRange> range(DataTable.Row row) {
        Optional<BigDecimal> minimum = row.optionalDecimal("fine_min");
        Optional<BigDecimal> maximum = row.optionalDecimal("fine_max");
        if (minimum.isPresent() != maximum.isPresent()) {
            throw row.fault("fine_max", "a range has two ends or none");
        }
        return minimum.flatMap(from -> maximum.map(to -> new FineRange(new Yuan(from), new Yuan(to))));
    }

    private static Set<Sanction> sanctions(DataTable.Row row) {
        Set<Sanction> found = EnumSet.noneOf(Sanction.class);
        for (String name : row.cell("allows").strip().split(" ", -1)) {
            if (!name.isEmpty()) {
                try {
                    found.add(Sanction.valueOf(name));
                } catch (IllegalArgumentException e) {
                    throw row.fault("allows", "'" + name + "' is no sanction");
                }
            }
        }
        return found;
    }
}
