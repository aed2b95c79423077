package io.stackwatch.gateway.circular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Fixed texts of the papers, as rows of tables beside this class. Immutable. */
final class Definitions {

    private Definitions() {}

    /** The rows of a table without its header, each with as many cells as the header. */
    static List<List<String>> rows(String table) {
        try (InputStream resource = Definitions.class.getResourceAsStream(table)) {
            if (resource == null) {
                throw new IllegalStateException(table + " is missing");
            }
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            try (CSVParser parser = CSVParser.parse(new InputStreamReader(resource, StandardCharsets.UTF_8), format)) {
                return parser.getRecords().stream()
                        .map(record -> record.toList())
                        .toList();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(table + " cannot be read", broken);
        }
    }
}
