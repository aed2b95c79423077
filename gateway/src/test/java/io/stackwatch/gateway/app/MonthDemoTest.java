package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.scenario.AfterCut;
import io.stackwatch.simulator.scenario.DemoScenario;
import io.stackwatch.simulator.scenario.LoggerPlan;
import io.stackwatch.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the month of the demonstration is planned to be, without playing it. */
final class MonthDemoTest {

    private static final int HOURS_OF_NOVEMBER = 720;

    @TempDir
    Path folder;

    private final Scenario scenario = DemoScenario.month();

    private Path sheets() throws IOException {
        LocalDate firstDay = scenario.start().atZone(LegalTime.ZONE).toLocalDate();
        return DemoSheets.ofLoggers(firstDay).copyInto(folder.resolve("registry"));
    }

    /** Column 0 of a sheet to the whole row. */
    private static Map<String, List<String>> rows(Path sheet) throws IOException {
        return Files.readAllLines(sheet).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> cells));
    }

    /** Hours that a logger loses for good, by its planned cuts. */
    private static long lost(LoggerPlan plan) {
        return plan.traits().afterCut() != AfterCut.NONE
                ? 0
                : plan.cuts().stream()
                        .mapToLong(cut -> Duration.between(cut.from(), cut.to()).toHours())
                        .sum();
    }

    @Test
    void itBeginsWithTheMonthAndSendsHoursOnly() {
        assertEquals(LocalDate.of(2026, 11, 1).atStartOfDay(LegalTime.ZONE).toInstant(), scenario.start());
        scenario.loggers().forEach(plan -> {
            assertEquals(Duration.ZERO, plan.intervals().realtime(), plan.name());
            assertEquals(Duration.ZERO, plan.intervals().minute(), plan.name());
            assertTrue(plan.intervals().hours(), plan.name());
        });
    }

    @Test
    void itsSheetsAreTakenOverAndEveryOutletHasItsLoggerFromTheFirstDayOn() throws IOException {
        Path sheets = sheets();
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);

            assertEquals(List.of(), report.errors());
            assertEquals(scenario.loggers().size(), report.rows().get("stations.csv"));
            assertEquals(scenario.loggers().size(), report.rows().get("outlets.csv"));
            assertEquals(scenario.loggers().size(), report.rows().get("duties.csv"));
        }
        Map<String, List<String>> stations = rows(sheets.resolve("stations.csv"));
        scenario.loggers()
                .forEach(plan ->
                        assertTrue(stations.get(plan.identity().mn().value()).contains("2026-11-01"), plan.name()));
    }

    @Test
    void exactlyOneCountyOfTwoOutletsIsMeantToFallBelowNinetyPercent() throws IOException {
        Path sheets = sheets();
        Map<String, List<String>> stations = rows(sheets.resolve("stations.csv"));
        Map<String, List<String>> outlets = rows(sheets.resolve("outlets.csv"));
        Map<String, List<String>> enterprises = rows(sheets.resolve("enterprises.csv"));

        Map<String, List<LoggerPlan>> counties = scenario.loggers().stream().collect(Collectors.groupingBy(plan -> {
            String outlet = stations.get(plan.identity().mn().value()).get(1);
            return enterprises.get(outlets.get(outlet).get(1)).get(2);
        }));
        List<String> falling = counties.entrySet().stream()
                .filter(county -> {
                    long lost = county.getValue().stream()
                            .mapToLong(MonthDemoTest::lost)
                            .sum();
                    return lost * 10 > (long) county.getValue().size() * HOURS_OF_NOVEMBER;
                })
                .map(Map.Entry::getKey)
                .toList();

        assertEquals(List.of("371525"), falling);
        assertEquals(2, counties.get("371525").size());
    }

    @Test
    void theOutletWhoseStopIsFiledStandsAllThatTime() throws IOException {
        Map<String, List<String>> stations = rows(sheets().resolve("stations.csv"));
        Plant plant = scenario.loggers().stream()
                .filter(plan -> stations.get(plan.identity().mn().value()).contains(DemoPeople.OUTLET))
                .map(plan -> plan.recorder().plant())
                .findFirst()
                .orElseThrow();

        assertEquals(0, plant.runningAt(DemoPeople.STOP));
        assertEquals(0, plant.runningAt(DemoPeople.UNTIL.minusSeconds(1)));
        assertTrue(plant.runningAt(DemoPeople.STOP.minus(Duration.ofHours(6))) > 0);
    }
}
