package io.stackwatch.gateway.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table as text (RFC 4180, UTF-8, lines end with a line feed). Not thread-safe. */
final class CsvSheet {

    private final StringBuilder text = new StringBuilder();
    private final int columns;
    private int rows;

    CsvSheet(String... names) {
        this.columns = names.length;
        put(List.of(names));
    }

    /** A row; an empty optional is an empty cell. */
    CsvSheet row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells in " + columns + " columns");
        }
        put(List.of(cells));
        rows++;
        return this;
    }

    int rows() {
        return rows;
    }

    private void put(List<?> cells) {
        text.append(cells.stream().map(CsvSheet::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String cell(Object cell) {
        String written = cell instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("")
                : cell.toString();
        boolean plain = written.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? written : '"' + written.replace("\"", "\"\"") + '"';
    }

    String text() {
        return text.toString();
    }
}
