package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.simulator.scenario.DemoScenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's two halves, written by different hands in different modules, speak of the same stations. */
final class DemoRegistryTest {

    private static final List<String> SHEETS = List.of(
            "enterprises.csv",
            "outlets.csv",
            "stations.csv",
            "permits.csv",
            "duties.csv",
            "ranges.csv",
            "boilers.csv",
            "opcua-sources.csv",
            "opcua-nodes.csv");

    @TempDir
    Path folder;

    @BeforeEach
    void copySheets() throws IOException {
        for (String sheet : SHEETS) {
            try (InputStream in = getClass().getResourceAsStream("demo/" + sheet)) {
                assertTrue(in != null, "no demo/" + sheet);
                Files.copy(in, folder.resolve(sheet));
            }
        }
    }

    @Test
    void theSheetsCanBeTakenOver() {
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(folder);

            assertEquals(List.of(), report.errors());
            assertTrue(report.takenOver());
            assertEquals(
                    DemoScenario.liaocheng().loggers().size(), report.rows().get("stations.csv"));
        }
    }

    @Test
    void everyLoggerIsRegisteredInItsEditionAndWithItsPassword() throws IOException {
        Map<String, List<String>> rows = Files.readAllLines(folder.resolve("stations.csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> cells));

        assertEquals(rows.size(), DemoScenario.liaocheng().loggers().size());
        DemoScenario.liaocheng().loggers().forEach(plan -> {
            List<String> row = rows.get(plan.identity().mn().value());
            assertTrue(row != null, plan.name() + " is not registered");
            assertEquals("Y" + row.get(2), plan.identity().edition().name(), plan.name());
            assertEquals(row.get(5), plan.identity().password(), plan.name());
        });
    }
}
