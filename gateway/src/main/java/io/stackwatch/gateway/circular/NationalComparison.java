package io.stackwatch.gateway.circular;

import io.stackwatch.core.supervision.Reconciled;
import java.math.BigDecimal;
import java.util.List;

/**
 * Rates of the national centre beside ours.
 *
 * @param rows each with where the centre says so, in the order in which they are printed
 * @param tolerance percentage points up to which two rates agree
 */
public record NationalComparison(List<Row> rows, BigDecimal tolerance) {

    /** Nothing is known of the centre's rates. */
    public static final NationalComparison NONE = new NationalComparison(List.of(), BigDecimal.ZERO);

    public NationalComparison {
        rows = List.copyOf(rows);
    }

    /** One outlet. */
    public record Row(Reconciled one, String document) {}
}
