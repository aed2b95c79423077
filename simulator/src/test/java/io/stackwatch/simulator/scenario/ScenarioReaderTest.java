package io.stackwatch.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.fault.FaultKind;
import io.stackwatch.simulator.plant.Quantity;
import io.stackwatch.simulator.report.Edition;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final String GOOD =
            """
            title: two
            start: 2026-11-23T11:50:00+08:00
            scale: 60
            defaults:
              realtime: 30s
              minute: 10m
            loggers:
              - mn: A1
                plant: power
                edition: 2025
                minute: 1m
                factors: [so2, o2]
                episodes:
                  - {factor: so2, times: 1.8, from: start-1h30m, to: "today 14:00"}
                faults:
                  - {kind: bad-crc, from: start+10m, to: start+20m, every: 3}
                backfill: {from: "yesterday 00:00", to: "today 00:00"}
              - mn: A2
                plant: brick
            """;

    @Test
    void aScenarioIsReadWithItsTimesResolved() throws ScenarioRefused {
        Scenario scenario = read(GOOD);

        assertEquals(Instant.parse("2026-11-23T03:50:00Z"), scenario.start());
        assertEquals(60, scenario.scale());
        LoggerPlan first = scenario.loggers().get(0);
        assertEquals(Edition.Y2025, first.identity().edition());
        assertEquals(Duration.ofMinutes(1), first.intervals().minute());
        assertEquals(Duration.ofSeconds(30), first.intervals().realtime());
        assertEquals(
                List.of(Quantity.SULPHUR_DIOXIDE, Quantity.OXYGEN),
                first.recorder().factors().stream()
                        .map(factor -> factor.quantity())
                        .toList());
        assertEquals(FaultKind.BAD_CRC, first.strikes().get(0).kind());
        assertEquals(
                Instant.parse("2026-11-23T04:00:00Z"), first.strikes().get(0).from());
        assertEquals(
                Optional.of(new Window(Instant.parse("2026-11-21T16:00:00Z"), Instant.parse("2026-11-22T16:00:00Z"))),
                first.backfill());
        assertEquals(
                Duration.ofMinutes(10), scenario.loggers().get(1).intervals().minute());
    }

    @Test
    void anotherStartMovesWhatCountsFromIt() throws ScenarioRefused {
        Instant start = Instant.parse("2027-01-05T00:00:00Z");

        Scenario scenario = new ScenarioReader().read("a.yaml", new StringReader(GOOD), Optional.of(start), NOW);

        assertEquals(start, scenario.start());
        assertEquals(
                start.plus(Duration.ofMinutes(10)),
                scenario.loggers().get(0).strikes().get(0).from());
    }

    @Test
    void withoutAStartItStartsNow() throws ScenarioRefused {
        assertEquals(
                NOW,
                read(GOOD.replace("start: 2026-11-23T11:50:00+08:00\n", "")).start());
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() {
        assertProblem(GOOD.replace("    minute: 1m", "    minutes: 1m"), 11, "loggers[0].minutes");
    }

    @Test
    void aKindOfPlantThatDoesNotExistIsNamedWithThoseThatDo() {
        ScenarioProblem problem = assertProblem(GOOD.replace("plant: brick", "plant: bakery"), 19, "loggers[1].plant");
        assertTrue(problem.expected().contains("coal-boiler"), problem.expected());
        assertEquals("'bakery'", problem.found());
    }

    @Test
    void aFaultThatDoesNotExistIsNamed() {
        assertProblem(GOOD.replace("bad-crc", "bad-luck"), 16, "loggers[0].faults[0].kind");
    }

    @Test
    void aTimeThatIsNoneIsNamedWithItsForms() {
        ScenarioProblem problem =
                assertProblem(GOOD.replace("start-1h30m", "half past"), 14, "loggers[0].episodes[0].from");
        assertTrue(problem.expected().contains("start+1h30m"), problem.expected());
    }

    @Test
    void anEpisodeMustEndAfterItBegins() {
        assertProblem(GOOD.replace("\"today 14:00\"", "start-2h"), 14, "loggers[0].episodes[0].to");
    }

    @Test
    void anEpisodeNeedsAPollutant() {
        assertProblem(GOOD.replace("factor: so2", "factor: o2"), 14, "loggers[0].episodes[0].factor");
    }

    @Test
    void theSameMnTwiceIsRefused() {
        assertProblem(GOOD.replace("mn: A2", "mn: A1"), 18, "loggers[1].mn");
    }

    @Test
    void aMinuteIntervalThatDoesNotDivideAnHourIsRefused() {
        assertProblem(GOOD.replace("    minute: 1m", "    minute: 7m"), 11, "loggers[0].minute");
    }

    @Test
    void aMistakeInTheYamlItselfHasItsLine() {
        assertProblem(GOOD.replace("factors: [so2, o2]", "factors: [so2, o2"), 13, "(file)");
    }

    @Test
    void allLoggersThatAreWrongAreNamedAtOnce() {
        ScenarioRefused refused = assertThrows(
                ScenarioRefused.class,
                () -> read(GOOD.replace("plant: brick", "plant: bakery").replace("edition: 2025", "edition: 2024")));

        assertEquals(
                List.of("loggers[0].edition", "loggers[1].plant"),
                refused.problems().stream().map(ScenarioProblem::key).toList());
    }

    @Test
    void theDemonstrationHasWhatItPromises() {
        Scenario demo = DemoScenario.liaocheng();

        assertTrue(demo.loggers().size() >= 20, "only " + demo.loggers().size());
        assertEquals(
                Set.of(Edition.values()),
                demo.loggers().stream().map(plan -> plan.identity().edition()).collect(Collectors.toSet()));
        assertTrue(demo.loggers().stream().anyMatch(plan -> struck(plan, FaultKind.SILENT)));
        assertTrue(demo.loggers().stream().anyMatch(plan -> struck(plan, FaultKind.MODBUS_CRC)));
        Instant yesterday = demo.start().minus(Duration.ofHours(24));
        assertTrue(demo.loggers().stream().anyMatch(plan -> plan.backfill()
                .filter(window -> window.from().isBefore(yesterday))
                .isPresent()));
    }

    private static boolean struck(LoggerPlan plan, FaultKind kind) {
        return plan.strikes().stream().anyMatch(strike -> strike.kind() == kind);
    }

    private static Scenario read(String text) throws ScenarioRefused {
        return new ScenarioReader().read("a.yaml", new StringReader(text), Optional.empty(), NOW);
    }

    private static ScenarioProblem assertProblem(String text, int line, String key) {
        ScenarioRefused refused = assertThrows(ScenarioRefused.class, () -> read(text));
        ScenarioProblem problem = refused.problems().get(0);
        assertEquals("a.yaml:" + line + ": " + key, problem.file() + ":" + problem.line() + ": " + problem.key());
        return problem;
    }
}
