package io.stackwatch.core.exceedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.stackwatch.core.registry.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} says what the tables and the list of guards say. */
final class RulesDocumentTest {

    private static final List<String> COLUMNS = List.of("name", "value", "unit", "from", "until", "source", "mark");

    @Test
    void theParametersOfTheDocumentAreThoseOfTheTable() throws IOException {
        List<String> table = DataTable.resource(RuleParameters.class, "rule-parameters.csv").rows().stream()
                .map(row -> String.join("|", COLUMNS.stream().map(row::cell).toList()))
                .toList();
        assertFalse(table.isEmpty());
        assertEquals(
                table,
                rows("## Parameters").stream()
                        .map(cells -> String.join("|", cells))
                        .toList());
    }

    @Test
    void theGuardsOfTheDocumentAreThoseOfTheListInItsOrder() throws IOException {
        List<String> guards = RulesInForce.hourRules().stream()
                .map(line -> line.name() + "|" + line.clause())
                .toList();
        assertEquals(
                guards,
                rows("## The hour rule").stream()
                        .map(cells -> cells.get(0) + "|" + cells.get(2))
                        .toList());
    }

    /** The cells of the table under a heading, without its head and without code marks. */
    private static List<List<String>> rows(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "rules.md"));
        int from = lines.indexOf(heading);
        assertFalse(from < 0, "no heading " + heading);
        return lines.subList(from + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> List.of(line.substring(1).split("\\|")).stream()
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .toList();
    }
}
