package io.stackwatch.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.fault.Lapse;
import io.stackwatch.simulator.fault.LapseKind;
import io.stackwatch.simulator.logger.KeyRing;
import io.stackwatch.simulator.logger.LoggerClock;
import io.stackwatch.simulator.logger.LoggerKey;
import io.stackwatch.simulator.logger.Retention;
import io.stackwatch.simulator.report.Edition;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that say how a logger behaves when it is asked, cut off, or left alone. */
class TraitsReaderTest {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void withoutTheKeysALoggerIsAsItWas() throws ScenarioRefused {
        Traits traits = read("edition: 2025").traits();

        assertEquals(
                new Traits(
                        AfterCut.AUTOMATIC,
                        Optional.empty(),
                        Retention.defaults(),
                        LoggerClock.right(),
                        Duration.ZERO,
                        true,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Optional.empty(),
                        Duration.ofDays(85)),
                traits);
    }

    @Test
    void everyKeyIsRead() throws ScenarioRefused {
        Traits traits =
                read("""
                        edition: 2025
                            after-cut: on-request
                            pace: 10s
                            keeps: {minutes: 48h, hours: 720h, days: 0}
                            clock: {drift: -40s, per-day: 2s, asks-above: 30s}
                            activation: yes
                            heartbeat: 5m
                            power: 15m
                            conditions: 1h
                            encryption: {key: "abcdefghijklmnop", created: start-1h, renew-after: 2160h, form: printed}""")
                        .traits();

        assertEquals(
                new Traits(
                        AfterCut.ON_REQUEST,
                        Optional.of(Duration.ofSeconds(10)),
                        new Retention(Duration.ofDays(2), Duration.ofDays(30), Duration.ZERO),
                        new LoggerClock(Duration.ofSeconds(-40), Duration.ofSeconds(2), START),
                        Duration.ofSeconds(30),
                        false,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Optional.of(new KeyRing(
                                new LoggerKey("abcdefghijklmnop"),
                                START.minusSeconds(3600),
                                Optional.empty(),
                                KeyRing.Form.PRINTED)),
                        Duration.ofDays(90)),
                traits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after-cut: sometimes | after-cut | one of [automatic, on-request, none]",
                "keeps: {minutes: 10000h} | keeps.minutes | 0 to 9600h",
                "clock: {drift: 25h} | clock.drift | -24h to 24h",
                "clock: {offset: 5s} | clock.offset | one of [asks-above, drift, per-day]",
                "heartbeat: 25h | heartbeat | 0 or 1s to 24h",
                "power: often | power | a duration such as 30s, 10m or 1h30m",
                "encryption: {key: short} | encryption.key | 16 printable characters without blanks",
                "encryption: {key: abcdefghijklmnop, form: hex} | encryption.form | raw or printed",
                "encryption: {key: abcdefghijklmnop, renew-after: 2161h} | encryption.renew-after "
                        + "| above 0 and at most 2160h (90 days)",
                "activation: perhaps | activation | yes or no"
            })
    void whatMakesNoSenseIsNamedWithItsPlace(String line, String key, String expected) {
        ScenarioProblem problem = refused("edition: 2025\n    " + line.trim());

        assertEquals(
                "a.yaml:6: loggers[0]." + key.trim(), problem.file() + ":" + problem.line() + ": " + problem.key());
        assertEquals(expected.trim(), problem.expected());
    }

    /** A file may be shown to others, a key not. */
    @Test
    void aKeyThatIsWrongIsNotRepeated() {
        ScenarioProblem problem = refused("edition: 2025\n    encryption: {key: geheim}");

        assertFalse(problem.toString().contains("geheim"), problem.toString());
        assertEquals("6 characters", problem.found());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"activation: yes", "heartbeat: 5m", "power: 15m", "conditions: 15m"})
    void whatOnly2025HasIsRefusedForOtherEditions(String line) {
        ScenarioProblem problem = refused("edition: 2017\n    " + line);

        assertEquals("edition 2025, which alone has it", problem.expected());
    }

    @Test
    void lapsesStandAmongTheFaults() throws ScenarioRefused {
        LoggerPlan plan = read(
                """
                edition: 2017
                    faults:
                      - {kind: bad-crc, every: 3}
                      - {kind: slow-answer, from: start+1h, to: start+2h, pause: 20s}
                      - {kind: refuse, code: 100, every: 2, to: start+1h}""");

        assertEquals(1, plan.strikes().size());
        assertEquals(
                List.of(
                        new Lapse(
                                LapseKind.SLOW_ANSWER,
                                START.plusSeconds(3600),
                                START.plusSeconds(7200),
                                1,
                                Duration.ofSeconds(20),
                                2),
                        new Lapse(LapseKind.REFUSE, START, START.plusSeconds(3600), 2, Duration.ofSeconds(15), 100)),
                plan.lapses());
    }

    @Test
    void aFaultOnTheWireHasNoCode() {
        ScenarioProblem problem = refused("faults: [{kind: bad-crc, code: 3}]");

        assertEquals("loggers[0].faults[0].code", problem.key());
        assertEquals("nothing, bad-crc has no code", problem.expected());
    }

    @Test
    void cutsOfTheFleetAreCutsOfEveryLogger() throws ScenarioRefused {
        Scenario scenario = scenario(
                """
                start: 2026-11-23T10:00:00+08:00
                cuts:
                  - {from: start+1h, to: start+7h}
                loggers:
                  - {mn: A1, plant: power, cuts: [{from: start+8h, to: start+9h}]}
                  - {mn: A2, plant: brick}
                """);

        Window all = new Window(START.plusSeconds(3600), START.plusSeconds(7 * 3600));
        assertEquals(
                List.of(new Window(START.plusSeconds(8 * 3600), START.plusSeconds(9 * 3600)), all),
                scenario.loggers().get(0).cuts());
        assertEquals(List.of(all), scenario.loggers().get(1).cuts());
    }

    @Test
    void fiftyLoggersLoseTheirLinkForSixHoursAndNothingElse() {
        Scenario fifty = BacklogScenario.fifty();

        assertEquals(50, fifty.loggers().size());
        assertEquals(
                Set.of(Edition.values()),
                fifty.loggers().stream().map(plan -> plan.identity().edition()).collect(Collectors.toSet()));
        assertEquals(
                25,
                fifty.loggers().stream()
                        .filter(plan -> plan.traits().afterCut() == AfterCut.ON_REQUEST)
                        .count());
        assertTrue(fifty.loggers().stream().noneMatch(plan -> plan.traits().afterCut() == AfterCut.NONE));
        assertTrue(fifty.loggers().stream().allMatch(plan -> plan.cuts()
                .equals(List.of(
                        new Window(Instant.parse("2026-11-23T00:30:00Z"), Instant.parse("2026-11-23T06:30:00Z"))))));
    }

    private static LoggerPlan read(String more) throws ScenarioRefused {
        return scenario(text(more)).loggers().get(0);
    }

    private static ScenarioProblem refused(String more) {
        return assertThrows(ScenarioRefused.class, () -> scenario(text(more)))
                .problems()
                .get(0);
    }

    private static String text(String more) {
        return """
                start: 2026-11-23T10:00:00+08:00
                loggers:
                  - mn: A1
                    plant: power
                    %s
                """
                .formatted(more);
    }

    private static Scenario scenario(String text) throws ScenarioRefused {
        return new ScenarioReader().read("a.yaml", new StringReader(text), Optional.empty(), Instant.EPOCH);
    }
}
