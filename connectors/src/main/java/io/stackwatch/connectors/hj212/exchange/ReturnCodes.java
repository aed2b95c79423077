package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import java.util.List;
import java.util.Optional;

/** QnRtn and ExeRtn in words, from {@code return-codes.csv}. A code without a row stays a number. Immutable. */
public final class ReturnCodes {

    private static final ReturnCodes STANDARD = new ReturnCodes(
            Rows.of("return-codes.csv").stream().map(ReturnCodes::row).toList());

    private final List<ReturnCode> rows;

    private ReturnCodes(List<ReturnCode> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that comes with the program. */
    public static ReturnCodes standard() {
        return STANDARD;
    }

    /** The words for a code; empty for one that the edition's table does not have. */
    public Optional<ReturnCode> find(ReturnCode.Kind kind, Edition edition, int code) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.edition() == edition && row.code() == code)
                .findFirst();
    }

    /** All rows. */
    public List<ReturnCode> all() {
        return rows;
    }

    private static ReturnCode row(List<String> cells) {
        return new ReturnCode(
                ReturnCode.Kind.valueOf(cells.get(0)),
                Rows.edition(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                cells.get(3),
                cells.get(4),
                cells.get(5));
    }
}
