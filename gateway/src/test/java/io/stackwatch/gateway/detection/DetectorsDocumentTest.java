package io.stackwatch.gateway.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.integrity.Detectors;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.simulator.deceit.Deceit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/detectors.md} shows what the report gives, and speaks of every detector. */
final class DetectorsDocumentTest {

    private static final String BEGIN = "<!-- report -->\n";
    private static final String END = "<!-- end of report -->\n";

    @Test
    void theTablesOfTheDocumentAreThoseOfTheReport() throws IOException {
        String document = document();
        assertEquals(
                document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END)),
                DetectReport.markdown());
    }

    @Test
    void theDocumentSpeaksOfEveryDetectorInTheOrderOfTheList() throws IOException {
        List<String> spoken = document()
                .substring(0, document().indexOf(BEGIN))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", -1)[1])
                .toList();
        assertEquals(
                Detectors.load(RuleParameters.load(), FlagTable.load()).lines().stream()
                        .map(Detectors.Line::name)
                        .toList(),
                spoken);
    }

    @Test
    void everyDeceitIsTheAimOfADetector() {
        Set<Deceit> aimed = Detectors.load(RuleParameters.load(), FlagTable.load()).lines().stream()
                .flatMap(line -> Aim.of(line.name()).stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of(Deceit.values()), aimed);
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "detectors.md"));
    }
}
