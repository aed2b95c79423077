package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All factor codes of the three editions, from {@code factor-codes.csv}: old codes to new, names, default units. Immutable.
 *
 * <p>Old gas codes have two characters or begin with S or B, old water codes have three digits: no collision, so the
 * system code is not needed to translate.
 */
public final class FactorTable {

    private static final String DEVICE_NUMBER = "xx";
    private static final FactorTable STANDARD = load();

    private final Map<String, Factor> byAnyCode;
    private final List<Factor> rows;

    private FactorTable(Map<String, Factor> byAnyCode, List<Factor> rows) {
        this.byAnyCode = byAnyCode;
        this.rows = rows;
    }

    /** The table that comes with the program. */
    public static FactorTable standard() {
        return STANDARD;
    }

    /**
     * The row of a code, old or new, spelt as the standard spells it; empty for a code of nobody's table. A code that ends
     * in a device's number, such as {@code g10102}, has the row of its pattern {@code g101xx}.
     */
    public Optional<Factor> find(String code) {
        Factor exact = byAnyCode.get(code);
        if (exact != null || code.length() < 3) {
            return Optional.ofNullable(exact);
        }
        int number = code.length() - 2;
        boolean numbered = isDigit(code.charAt(number)) && isDigit(code.charAt(number + 1));
        return numbered
                ? Optional.ofNullable(byAnyCode.get(code.substring(0, number) + DEVICE_NUMBER))
                : Optional.empty();
    }

    /** What a code that was sent is called in the vocabulary of 2017/2025, given its row. */
    FactorCode codeOf(Factor row, String sent) {
        return row.code().value().endsWith(DEVICE_NUMBER) ? new FactorCode(sent) : row.code();
    }

    /** The row of a code of 2017/2025. */
    public Optional<Factor> find(FactorCode code) {
        return find(code.value());
    }

    /** All rows, in the order of the file. */
    public Collection<Factor> all() {
        return rows;
    }

    private static FactorTable load() {
        Map<String, Factor> byAnyCode = new LinkedHashMap<>();
        List<Factor> rows = new ArrayList<>();
        try (InputStream resource = FactorTable.class.getResourceAsStream("factor-codes.csv")) {
            if (resource == null) {
                throw new IllegalStateException("factor-codes.csv is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Factor factor = row(CsvLine.cells(line));
                rows.add(factor);
                byAnyCode.putIfAbsent(factor.code().value(), factor);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        // a new code wins over an old one that happens to be spelt alike
        for (Factor factor : rows) {
            factor.oldCode().ifPresent(old -> byAnyCode.putIfAbsent(old, factor));
        }
        return new FactorTable(Collections.unmodifiableMap(byAnyCode), Collections.unmodifiableList(rows));
    }

    private static Factor row(List<String> cells) {
        return new Factor(
                // a vendor's extension has no newer code and keeps its own
                new FactorCode(cells.get(1).isEmpty() ? cells.get(0) : cells.get(1)),
                present(cells.get(0)),
                cells.get(2),
                cells.get(3),
                present(cells.get(4)).map(Unit::new).orElse(Unit.NONE),
                present(cells.get(5)).map(Unit::new),
                cells.get(6));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Optional<String> present(String cell) {
        return cell.isBlank() ? Optional.empty() : Optional.of(cell);
    }
}
