package io.stackwatch.core.supervision;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.util.List;

/**
 * What a listing may rest on: a row of {@code listing-basis.csv}.
 *
 * @param id stable name of the row
 * @param cause for which cause
 * @param instrument the plan or law
 * @param article its number
 * @param sentence what it says
 * @param effective when it holds
 * @param note what an officer must know, may be empty text
 * @param mark how far the row has been checked
 */
public record ListingBasis(
        String id,
        ListingCause.Kind cause,
        String instrument,
        String article,
        String sentence,
        Effective effective,
        String note,
        Verification mark) {

    /** The rows that come with the program. */
    public static List<ListingBasis> load() {
        return of(DataTable.resource(ListingBasis.class, "listing-basis.csv"));
    }

    static List<ListingBasis> of(DataTable table) {
        return table.rows().stream()
                .map(row -> new ListingBasis(
                        row.text("id"),
                        row.constant("cause", ListingCause.Kind.class),
                        row.text("instrument"),
                        row.text("article"),
                        row.text("sentence"),
                        row.effective(LegalTime.ZONE),
                        row.cell("note"),
                        row.constant("mark", Verification.class)))
                .toList();
    }
}
