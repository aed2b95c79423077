package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.stackwatch.core.deadline.Periods;
import io.stackwatch.core.penalty.PenaltyParameters;
import io.stackwatch.core.registry.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} says what the tables of periods and fines say. */
final class LadderDocumentTest {

    @Test
    void thePeriodsOfTheDocumentAreThoseOfTheTable() throws IOException {
        assertSame(
                "## Periods of the ladder",
                DataTable.resource(Periods.class, "periods.csv"),
                List.of("id", "chinese", "length", "unit", "owner", "passed", "source", "mark"));
    }

    @Test
    void theFiguresOfTheDocumentAreThoseOfTheTable() throws IOException {
        assertSame(
                "## Figures of fines",
                DataTable.resource(PenaltyParameters.class, "penalty-parameters.csv"),
                List.of("name", "value", "unit", "from", "until", "source", "mark"));
    }

    private static void assertSame(String heading, DataTable table, List<String> columns) throws IOException {
        List<String> rows = table.rows().stream()
                .map(row -> String.join("|", columns.stream().map(row::cell).toList()))
                .toList();
        assertFalse(rows.isEmpty());
        assertEquals(rows, written(heading));
    }

    private static List<String> written(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "rules.md"));
        int from = lines.indexOf(heading);
        assertFalse(from < 0, "no heading " + heading);
        return lines.subList(from + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> String.join(
                        "|",
                        List.of(line.substring(1).split("\\|")).stream()
                                .map(cell -> cell.strip().replace("`", ""))
                                .toList()))
                .toList();
    }
}
