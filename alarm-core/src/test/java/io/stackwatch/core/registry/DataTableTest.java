package io.stackwatch.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tables of law: strict, and every error names file, line and column. */
final class DataTableTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void quotesCommentsBlankLinesAndWindowsLineEndsAreRead() {
        DataTable table = parse("\uFEFF# head\r\na,b\r\n\r\n\"x, \"\"y\"\"\r\nz\",\"\"\r\n# end\r\n1,2");
        assertEquals(2, table.rows().size());
        assertEquals("x, \"y\"\r\nz", table.rows().get(0).cell("a"));
        assertEquals(Optional.empty(), table.rows().get(0).optional("b"));
        assertEquals(4, table.rows().get(0).line());
        assertEquals(7, table.rows().get(1).line());
    }

    @Test
    void aTableThatIsNotOneIsRefusedWithItsLine() {
        refused("t.csv: no header line", () -> parse("# nothing\n"));
        refused("t.csv:3: expected 2 cells, found 3", () -> parse("a,b\n1,2\n1,2,3\n"));
        refused("t.csv:2: a quote that is never closed", () -> parse("a,b\n1,\"2\n3\n"));
        refused("t.csv:2: a quote inside a cell that has none around", () -> parse("a,b\n1,2\"\n"));
        refused("t.csv:2: expected a comma behind the quote of cell 1", () -> parse("a,b\n\"1\"x,2\n"));
    }

    @Test
    void aCellThatDoesNotParseIsRefusedWithLineAndColumn() {
        DataTable.Row row = parse("# c\nvalue,mark,from,until,none\n1O,SURE,2026-02-30,,\n")
                .rows()
                .get(0);
        refused("t.csv:3: column value: '1O' is not a decimal number", () -> row.decimal("value"));
        refused("t.csv:3: column none: must not be empty", () -> row.text("none"));
        refused("t.csv:3: column none: must not be empty", () -> row.decimal("none"));
        refused("t.csv: no column unit", () -> row.cell("unit"));
        refused(
                "t.csv:3: column mark: 'SURE' is not one of [VERIFIED, SECONDARY, UNVERIFIED, DESIGN]",
                () -> row.constant("mark", Verification.class));
        refused("t.csv:3: column from: '2026-02-30' is not a date such as 2026-08-15", () -> row.effective(ZONE));
    }

    private static DataTable parse(String text) {
        return DataTable.parse("t.csv", text);
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
