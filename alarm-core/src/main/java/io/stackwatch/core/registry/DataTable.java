package io.stackwatch.core.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of law or parameters kept as a text resource: comma-separated with RFC 4180 quotes, a header line, and lines
 * that start with {@code #} as comments.
 *
 * <p>Strict: a row with another number of cells than the header, an open quote or a cell that does not parse is an
 * {@link IllegalArgumentException} that names table, line and column. Immutable.
 */
public final class DataTable {

    private final String name;
    private final List<String> header;
    private final List<Row> rows;

    private DataTable(String name, List<String> header, List<List<String>> cells, List<Integer> lines) {
        this.name = name;
        this.header = header;
        List<Row> built = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            built.add(new Row(cells.get(i), lines.get(i)));
        }
        this.rows = List.copyOf(built);
    }

    /** Reads the resource of that name beside a class. */
    public static DataTable resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name + ": no such resource beside " + beside.getName());
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table from its text; {@code name} is used in errors. */
    public static DataTable parse(String name, String text) {
        List<List<String>> cells = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        CellReader reader = new CellReader(name, text);
        while (reader.nextRow()) {
            cells.add(reader.cells());
            lines.add(reader.line());
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException(name + ": no header line");
        }
        List<String> header = cells.get(0);
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i).size() != header.size()) {
                throw new IllegalArgumentException(name + ":" + lines.get(i) + ": expected " + header.size()
                        + " cells, found " + cells.get(i).size());
            }
        }
        return new DataTable(name, header, cells.subList(1, cells.size()), lines.subList(1, lines.size()));
    }

    /** The rows below the header, in order. */
    public List<Row> rows() {
        return rows;
    }

    /** The column names, in order. */
    public List<String> header() {
        return header;
    }

    /** One row; cells are asked for by column name. */
    public final class Row {

        private final List<String> cells;
        private final int line;

        private Row(List<String> cells, int line) {
            this.cells = cells;
            this.line = line;
        }

        /** Line of the text at which the row starts, from 1. */
        public int line() {
            return line;
        }

        /** The cell as it stands, possibly empty. */
        public String cell(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException(name + ": no column " + column);
            }
            return cells.get(index);
        }

        /** The cell, which must not be empty. */
        public String text(String column) {
            return optional(column).orElseThrow(() -> fault(column, "must not be empty"));
        }

        /** The cell, or empty if nothing stands in it. */
        public Optional<String> optional(String column) {
            String cell = cell(column).strip();
            return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
        }

        /** The cell as a decimal number, or empty if nothing stands in it. */
        public Optional<BigDecimal> optionalDecimal(String column) {
            return optional(column).map(text -> {
                try {
                    return new BigDecimal(text);
                } catch (NumberFormatException e) {
                    throw fault(column, "'" + text + "' is not a decimal number");
                }
            });
        }

        /** The cell as a decimal number. */
        public BigDecimal decimal(String column) {
            return optionalDecimal(column).orElseThrow(() -> fault(column, "must not be empty"));
        }

        /** The cell as one of an enum's names. */
        public <E extends Enum<E>> E constant(String column, Class<E> type) {
            try {
                return Enum.valueOf(type, text(column));
            } catch (IllegalArgumentException e) {
                throw fault(column, "'" + cell(column) + "' is not one of " + List.of(type.getEnumConstants()));
            }
        }

        /**
         * The columns {@code from} and {@code until} as dates of a zone; an empty {@code from} is
         * {@link Effective#ALWAYS}'s.
         */
        public Effective effective(ZoneId zone) {
            Instant from = date("from", zone).orElse(Effective.ALWAYS.from());
            return new Effective(from, date("until", zone));
        }

        private Optional<Instant> date(String column, ZoneId zone) {
            return optional(column).map(text -> {
                try {
                    return LocalDate.parse(text).atStartOfDay(zone).toInstant();
                } catch (java.time.format.DateTimeParseException e) {
                    throw fault(column, "'" + text + "' is not a date such as 2026-08-15");
                }
            });
        }

        /** An error that names this table, the row's line and a column. */
        public IllegalArgumentException fault(String column, String what) {
            return new IllegalArgumentException(name + ":" + line + ": column " + column + ": " + what);
        }
    }
}
