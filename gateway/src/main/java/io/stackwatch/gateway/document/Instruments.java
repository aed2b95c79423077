package io.stackwatch.gateway.document;

import io.stackwatch.core.registry.DataTable;
import java.util.Map;
import java.util.stream.Collectors;

/** How documents cite the instruments that the tables of law name in short: rows of {@code instruments.csv}. Immutable. */
final class Instruments {

    private final Map<String, DataTable.Row> rows;

    private Instruments(DataTable table) {
        this.rows =
                table.rows().stream().collect(Collectors.toUnmodifiableMap(row -> row.text("instrument"), row -> row));
    }

    static Instruments load() {
        return new Instruments(DataTable.resource(Instruments.class, "instruments.csv"));
    }

    /** The title in full with the article; the short name where no row has it. */
    String citation(String instrument, String article) {
        DataTable.Row row = rows.get(instrument);
        return row == null
                ? "《" + instrument + "》" + article
                : "《" + row.text("title") + "》" + row.optional("version").orElse("") + article;
    }
}
