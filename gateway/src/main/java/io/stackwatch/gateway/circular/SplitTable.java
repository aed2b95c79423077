package io.stackwatch.gateway.circular;

import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.TableHead;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A table that goes on in a further sheet when one is full. There is at least one sheet, be it empty. Not thread-safe. */
final class SplitTable {

    private final WorkbookFile book;
    private final LongFunction<String> sheetName;
    private final TableHead head;
    private final List<Column> columns;
    private final int rowsPerSheet;
    private @Nullable BureauTable table;
    private int sheets;
    private long rows;

    SplitTable(
            WorkbookFile book, LongFunction<String> sheetName, TableHead head, List<Column> columns, int rowsPerSheet) {
        this.book = book;
        this.sheetName = sheetName;
        this.head = head;
        this.columns = columns;
        this.rowsPerSheet = rowsPerSheet;
    }

    /** Where the next row goes. */
    BureauTable next() throws IOException {
        BureauTable current = table;
        if (current == null || current.rows() == rowsPerSheet) {
            if (current != null) {
                current.finish();
            }
            current = new BureauTable(book.sheet(sheetName.apply(sheets++)), head, columns);
            table = current;
        }
        rows++;
        return current;
    }

    /** How many rows were begun, in all sheets. */
    long rows() {
        return rows;
    }

    int sheets() {
        return sheets;
    }

    void finish() throws IOException {
        if (table == null) {
            table = new BureauTable(book.sheet(sheetName.apply(sheets++)), head, columns);
        }
        table.finish();
    }
}
