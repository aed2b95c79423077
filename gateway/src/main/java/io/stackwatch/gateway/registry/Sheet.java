package io.stackwatch.gateway.registry;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV sheet as rows with named cells; the first line names the columns. Lines that start with {@code #} are remarks. */
final class Sheet {

    /** More rows than any city has stations. */
    private static final int MOST_ROWS = 500_000;

    /** Larger than any sheet with that many rows would sensibly be. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int LONGEST_CELL = 4_000;

    private Sheet() {}

    /** The rows of a file; a file that is not there has none. What cannot be read is added to {@code errors}. */
    static List<SheetRow> read(Path file, Set<String> columns, Set<String> optional, List<SheetError> errors) {
        if (!Files.exists(file)) {
            return List.of();
        }
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                errors.add(new SheetError(name, 0, "", Files.size(file) + " bytes", "at most " + MOST_BYTES));
                return List.of();
            }
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                return read(name, reader, columns, optional, errors);
            }
        } catch (IOException unreadable) {
            errors.add(new SheetError(name, 0, "", String.valueOf(unreadable.getMessage()), "CSV in UTF-8"));
            return List.of();
        }
    }

    static List<SheetRow> read(
            String name, Reader reader, Set<String> columns, Set<String> optional, List<SheetError> errors)
            throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(reader, format)) {
            List<String> header = parser.getHeaderNames().stream()
                    .map(column -> column.replace("\uFEFF", ""))
                    .toList();
            if (!headerIsGood(name, header, columns, optional, errors)) {
                return List.of();
            }
            for (CSVRecord record : parser) {
                if (rows.size() == MOST_ROWS) {
                    errors.add(new SheetError(name, rows.size() + 2L, "", "more rows", "at most " + MOST_ROWS));
                    return rows;
                }
                row(name, parser.getCurrentLineNumber(), header, record, errors, rows);
            }
        } catch (UncheckedIOException | CSVException broken) {
            errors.add(new SheetError(name, 0, "", String.valueOf(broken.getMessage()), "CSV as RFC 4180 has it"));
        }
        return rows;
    }

    private static void row(
            String name,
            long line,
            List<String> header,
            CSVRecord record,
            List<SheetError> errors,
            List<SheetRow> rows) {
        if (record.size() == 1 && record.get(0).isBlank()) {
            return;
        }
        if (record.size() != header.size()) {
            errors.add(new SheetError(name, line, "", record.size() + " cells", header.size() + " cells"));
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = record.get(i);
            if (cell.length() > LONGEST_CELL) {
                errors.add(new SheetError(
                        name, line, header.get(i), cell.length() + " characters", "at most " + LONGEST_CELL));
                return;
            }
            cells.put(header.get(i), cell);
        }
        rows.add(new SheetRow(name, line, cells, errors));
    }

    private static boolean headerIsGood(
            String name, List<String> header, Set<String> columns, Set<String> optional, List<SheetError> errors) {
        int before = errors.size();
        for (String column : columns) {
            if (!header.contains(column)) {
                errors.add(new SheetError(name, 1, column, "", "this column"));
            }
        }
        for (String column : header) {
            if (!columns.contains(column) && !optional.contains(column)) {
                errors.add(new SheetError(name, 1, column, column, "one of " + columns + " or " + optional));
            }
        }
        return errors.size() == before;
    }
}
