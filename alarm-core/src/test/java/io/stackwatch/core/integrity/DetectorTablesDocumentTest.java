package io.stackwatch.core.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.stackwatch.core.registry.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/rules.md} says what the tables of detectors say. */
final class DetectorTablesDocumentTest {

    @ParameterizedTest
    @CsvSource({
        "## Table of detectors, detectors.csv, name kind alarm level source mark",
        "## Parameters of detectors, detector-parameters.csv, name value unit from until source mark",
        "## What detectors look at, watched-factors.csv, factor chinese role unit floor from until mark"
    })
    void theRowsOfTheDocumentAreThoseOfTheTable(String heading, String table, String columns) throws IOException {
        List<String> wanted = DataTable.resource(Detectors.class, table).rows().stream()
                .map(row -> String.join(
                        "|", List.of(columns.split(" ")).stream().map(row::cell).toList()))
                .toList();
        assertFalse(wanted.isEmpty());
        assertEquals(wanted, rows(heading));
    }

    private static List<String> rows(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "rules.md"));
        int from = lines.indexOf(heading);
        assertFalse(from < 0, "no heading " + heading);
        return lines.subList(from + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> String.join(
                        "|",
                        List.of(line.substring(1).split("\\|", -1)).stream()
                                .map(cell -> cell.strip().replace("`", ""))
                                .toList()))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
    }
}
