package io.stackwatch.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.boiler.BoilerPlan;
import io.stackwatch.simulator.boiler.FirePlan;
import io.stackwatch.simulator.boiler.Spell;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoilerScenarioReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant START = Instant.parse("2026-11-23T03:50:00Z");
    private static final String GOOD =
            """
            title: two kinds
            start: 2026-11-23T11:50:00+08:00
            scale: 60
            server:
              interval: 10s
              history: 6h
              transfer: no
              clients: any
              users:
                - {name: op, password: secret}
              faults:
                - {kind: server-stop, from: start+1h, to: start+2h}
            defaults:
              rated: 35
            boilers:
              - name: A
                rated: 75
                sulphur: 0.8
                fires:
                  - {from: start-10h, to: start+30h}
                banked:
                  - {from: start+10h, to: start+12h}
                faults:
                  - {kind: stuck, node: SO2, from: start+10m, to: start+20m}
                  - {kind: clock-off, by: -7m, from: start+10m, to: start+20m}
              - name: B
                count: 3
            """;

    @Test
    void aScenarioIsReadWithItsTimesResolved() throws ScenarioRefused {
        BoilerScenario scenario = read(GOOD);

        assertEquals(START, scenario.start());
        assertEquals(60, scenario.scale());
        assertEquals(
                new ServerTraits(
                        Duration.ofSeconds(10), Duration.ofHours(6), false, true, true, Map.of("op", "secret")),
                scenario.server());
        assertEquals(
                List.of(new Disorder(
                        DisorderKind.SERVER_STOP,
                        Disorder.ALL_NODES,
                        START.plusSeconds(3_600),
                        START.plusSeconds(7_200),
                        Duration.ZERO)),
                scenario.disorders());
        BoilerPlan first = scenario.boilers().get(0);
        assertEquals(75, first.design().ratedTonnes());
        assertEquals(0.8, first.design().sulphurPercent());
        assertEquals(new FirePlan(List.of(spell(-10, 30)), List.of(spell(10, 12))), first.fires());
        assertEquals(
                List.of(
                        new Disorder(
                                DisorderKind.STUCK,
                                "SO2",
                                START.plusSeconds(600),
                                START.plusSeconds(1_200),
                                Duration.ZERO),
                        new Disorder(
                                DisorderKind.CLOCK_OFF,
                                Disorder.ALL_NODES,
                                START.plusSeconds(600),
                                START.plusSeconds(1_200),
                                Duration.ofMinutes(-7))),
                first.disorders());
    }

    @Test
    void aCountMakesBoilersThatAreAlikeButForTheirSeed() throws ScenarioRefused {
        List<BoilerPlan> boilers = read(GOOD).boilers();

        assertEquals(
                List.of("A", "B01", "B02", "B03"),
                boilers.stream().map(BoilerPlan::name).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L), boilers.stream().map(BoilerPlan::seed).toList());
        assertEquals(35, boilers.get(3).design().ratedTonnes());
    }

    @Test
    void withoutAServerItIsTheUsualOne() throws ScenarioRefused {
        assertEquals(ServerTraits.defaults(), read("boilers:\n  - name: A\n").server());
    }

    @Test
    void aPasswordIsNotShown() throws ScenarioRefused {
        assertFalse(read(GOOD).server().toString().contains("secret"));
    }

    @Test
    void aFaultOfTheServerAtABoilerIsNamed() {
        ScenarioProblem problem = assertProblem(
                GOOD.replace("kind: stuck, node: SO2", "kind: server-stop"), 24, "boilers[0].faults[0].kind");
        assertTrue(problem.expected().contains("silent-node"), problem.expected());
        assertFalse(problem.expected().contains("session-drop"), problem.expected());
    }

    @Test
    void aNodeThatDoesNotExistIsNamedWithThoseThatDo() {
        ScenarioProblem problem =
                assertProblem(GOOD.replace("node: SO2", "node: CO2"), 24, "boilers[0].faults[0].node");
        assertTrue(problem.expected().contains("FanCurrent"), problem.expected());
    }

    @Test
    void aClockOfAStuckSensorIsRefused() {
        assertProblem(GOOD.replace("node: SO2", "by: 3m"), 24, "boilers[0].faults[0].by");
    }

    @Test
    void theSameNameTwiceIsRefused() {
        assertProblem(GOOD.replace("name: B\n    count: 3", "name: A"), 26, "boilers[1].name");
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() {
        assertProblem(GOOD.replace("  transfer: no", "  transfers: no"), 7, "server.transfers");
    }

    @Test
    void aBoilerThatNobodyBuildsIsRefused() {
        assertProblem(GOOD.replace("rated: 75", "rated: 0.2"), 17, "boilers[0].rated");
        assertProblem(GOOD.replace("history: 6h", "history: 900h"), 6, "server.history");
        assertProblem(GOOD.replace("clients: any", "clients: none"), 8, "server.clients");
    }

    @Test
    void allBoilersThatAreWrongAreNamedAtOnce() {
        ScenarioRefused refused = assertThrows(
                ScenarioRefused.class,
                () -> read(GOOD.replace("count: 3", "count: 0").replace("rated: 75", "rated: much")));

        assertEquals(
                List.of("boilers[0].rated", "boilers[1].count"),
                refused.problems().stream().map(ScenarioProblem::key).toList());
    }

    @Test
    void theDemonstrationIsThere() throws ScenarioRefused {
        BoilerScenario demo = DemoBoilers.heatingPlant(Optional.empty(), NOW);

        assertEquals(NOW, demo.start());
        assertEquals(3, demo.boilers().size());
    }

    private static Spell spell(int fromHours, int toHours) {
        return new Spell(START.plus(Duration.ofHours(fromHours)), START.plus(Duration.ofHours(toHours)));
    }

    private static BoilerScenario read(String text) throws ScenarioRefused {
        return new BoilerScenarioReader().read("a.yaml", new StringReader(text), Optional.empty(), NOW);
    }

    private static ScenarioProblem assertProblem(String text, int line, String key) {
        ScenarioRefused refused = assertThrows(ScenarioRefused.class, () -> read(text));
        ScenarioProblem problem = refused.problems().get(0);
        assertEquals("a.yaml:" + line + ": " + key, problem.file() + ":" + problem.line() + ": " + problem.key());
        return problem;
    }
}
