package io.stackwatch.gateway.circular;

import io.stackwatch.gateway.circular.book.BureauTable;
import java.util.Optional;

/**
 * Where the hours that are not valid stand, known before they are written: each factor has as many as its figures say, in the
 * order of the figures. Mutable: asked once for each factor, in that order.
 */
final class HourPlaces {

    private final int rowsPerSheet;
    private Optional<String> file;
    private long next;

    /**
     * Where some hours stand.
     *
     * @param text for a reader
     * @param link the place in the same workbook; empty if it is another one
     */
    record Place(String text, Optional<String> link) {}

    HourPlaces(int rowsPerSheet) {
        this.rowsPerSheet = rowsPerSheet;
        this.file = Optional.empty();
    }

    /** From now on they stand in a file of their own. */
    void moveTo(String otherFile) {
        file = Optional.of(otherFile);
        next = 0;
    }

    /** Where the next hours stand; empty if there are none. */
    Optional<Place> next(long hours) {
        if (hours == 0) {
            return Optional.empty();
        }
        long first = next;
        long last = next + hours - 1;
        next += hours;
        String from = sheet(first / rowsPerSheet);
        String until = sheet(last / rowsPerSheet);
        String rows = from.equals(until)
                ? from + " 第" + row(first) + (hours == 1 ? "行" : "～" + row(last) + "行")
                : from + " 第" + row(first) + "行～" + until + " 第" + row(last) + "行";
        return Optional.of(new Place(
                file.map(name -> name + " ").orElse("") + rows,
                file.isPresent() || !from.equals(until)
                        ? Optional.empty()
                        : Optional.of("'" + from + "'!A" + row(first) + ":A" + row(last))));
    }

    static String sheet(long number) {
        return number == 0 ? "小时" : "小时" + (number + 1);
    }

    private long row(long index) {
        return BureauTable.FIRST_ROW + index % rowsPerSheet;
    }
}
