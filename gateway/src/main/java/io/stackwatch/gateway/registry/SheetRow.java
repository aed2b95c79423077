package io.stackwatch.gateway.registry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of a sheet, read column by column. A cell that cannot be used is noted as an error and gives empty or a stand-in, so
 * that one pass finds all errors; a row with errors is not taken over.
 */
final class SheetRow {

    private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

    private final String sheet;
    private final long number;
    private final Map<String, String> cells;
    private final List<SheetError> errors;

    SheetRow(String sheet, long number, Map<String, String> cells, List<SheetError> errors) {
        this.sheet = sheet;
        this.number = number;
        this.cells = cells;
        this.errors = errors;
    }

    String sheet() {
        return sheet;
    }

    long number() {
        return number;
    }

    /** The trimmed cell; an empty string where it is empty or the column is missing. */
    String orEmpty(String column) {
        return cells.getOrDefault(column, "").trim();
    }

    /** The trimmed cell, which must not be empty. */
    Optional<String> text(String column, String expected) {
        String cell = orEmpty(column);
        if (cell.isEmpty()) {
            wrong(column, expected);
            return Optional.empty();
        }
        return Optional.of(cell);
    }

    /** The cell made into a value; what the maker throws as {@link IllegalArgumentException} is an error of the cell. */
    <T> Optional<T> value(String column, String expected, Function<String, T> maker) {
        return text(column, expected).flatMap(cell -> made(column, cell, expected, maker));
    }

    /** The same where an empty cell means the given value. */
    <T> Optional<T> valueOr(String column, String expected, T whenEmpty, Function<String, T> maker) {
        String cell = orEmpty(column);
        return cell.isEmpty() ? Optional.of(whenEmpty) : made(column, cell, expected, maker);
    }

    /** A cell that may hold a secret by mistake: an error does not repeat it. Empty cells go to the maker, too. */
    <T> Optional<T> secret(String column, String expected, Function<String, T> maker) {
        try {
            return Optional.of(maker.apply(orEmpty(column)));
        } catch (IllegalArgumentException unusable) {
            errors.add(new SheetError(sheet, number, column, "(not shown)", expected));
            return Optional.empty();
        }
    }

    private <T> Optional<T> made(String column, String cell, String expected, Function<String, T> maker) {
        try {
            return Optional.of(maker.apply(cell));
        } catch (IllegalArgumentException | DateTimeException unusable) {
            wrong(column, expected);
            return Optional.empty();
        }
    }

    /** A decimal that is not negative; empty cell and wrong cell both give empty, only the second is an error. */
    Optional<BigDecimal> decimalIfAny(String column) {
        String cell = orEmpty(column);
        return cell.isEmpty() ? Optional.empty() : decimal(column);
    }

    Optional<BigDecimal> decimal(String column) {
        return value(column, "a decimal that is not negative, such as 35 or 0.5", SheetRow::notNegative);
    }

    private static BigDecimal notNegative(String cell) {
        BigDecimal number = cell.length() > 32 ? BigDecimal.ONE.negate() : new BigDecimal(cell);
        if (number.signum() < 0) {
            throw new IllegalArgumentException(cell);
        }
        return number;
    }

    Optional<Instant> from() {
        return value("from", "a day such as 2026-01-01 or an instant with its offset", SheetRow::instant);
    }

    /** The end of validity; empty cell: until further notice. */
    Optional<Instant> until(Optional<Instant> from) {
        if (orEmpty("until").isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> until =
                value("until", "empty, a day such as 2026-12-31 or an instant with its offset", SheetRow::instant);
        if (until.isPresent() && from.isPresent() && !until.get().isAfter(from.get())) {
            wrong("until", "later than 'from', which is " + orEmpty("from"));
        }
        return until;
    }

    private static Instant instant(String cell) {
        return cell.length() == 10
                ? LocalDate.parse(cell).atStartOfDay(LEGAL_ZONE).toInstant()
                : OffsetDateTime.parse(cell).toInstant();
    }

    /** Notes that a cell cannot be used. */
    void wrong(String column, String expected) {
        errors.add(new SheetError(sheet, number, column, orEmpty(column), expected));
    }
}
