package io.stackwatch.core.limit;

import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.registry.Verification;
import java.util.ArrayList;
import java.util.List;

/** The limits of standards and policies that come with the program: the resource {@code standard-limits.csv}. */
public final class StandardLimits {

    private StandardLimits() {}

    /** Reads them all, in the order of the table. */
    public static List<Limit> load() {
        return of(DataTable.resource(StandardLimits.class, "standard-limits.csv"));
    }

    static List<Limit> of(DataTable table) {
        List<Limit> limits = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            limits.add(new Limit(
                    new LimitId(row.text("id")),
                    new LimitScope.OfCategory(new StandardCategory(row.text("category"))),
                    new FactorCode(row.text("code")),
                    new Concentration(row.decimal("limit_mg_m3")),
                    row.optionalDecimal("ref_o2_pct").map(OxygenContent::new),
                    averaging(row),
                    row.constant("source", LimitSource.class),
                    row.text("standard"),
                    row.text("industry") + " / " + row.text("applies_to"),
                    row.effective(LegalTime.ZONE),
                    verified(row)));
        }
        return List.copyOf(limits);
    }

    private static Averaging averaging(DataTable.Row row) {
        return switch (row.text("averaging")) {
            case "1h" -> Averaging.HOUR;
            case "24h" -> Averaging.DAY;
            default -> throw row.fault("averaging", "expected 1h or 24h");
        };
    }

    private static Verification verified(DataTable.Row row) {
        return switch (row.text("verified")) {
            case "yes" -> Verification.VERIFIED;
            case "no" -> Verification.UNVERIFIED;
            default -> throw row.fault("verified", "expected yes or no");
        };
    }
}
