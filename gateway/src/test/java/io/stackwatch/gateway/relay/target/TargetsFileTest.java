package io.stackwatch.gateway.relay.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.config.ConfigProblem;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.relay.target.Delivery.Answers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsFileTest {

    @Test
    void aTargetNeedsNoMoreThanNameAndAddress() throws ConfigRefused {
        RelayTargets targets =
                TargetsFile.read("targets.yaml", "targets:\n  - name: city\n    host: 10.0.0.1\n    port: 9212\n");

        RelayTarget city = targets.find(new TargetName("city")).orElseThrow();
        assertEquals(Optional.empty(), city.rewriting(), "transparent unless it says otherwise");
        assertEquals(Wanted.everything(), city.wanted());
        assertEquals(Delivery.usual(), city.delivery());
        assertEquals(RelayTarget.Start.NOW, city.start());
        assertEquals(Optional.empty(), targets.controllerOf(new Mn("M1")), "nobody commands unless the file says so");
    }

    @Test
    void everythingThatIsWrittenIsRead() throws ConfigRefused {
        RelayTargets targets = TargetsFile.read(
                "targets.yaml",
                """
                targets:
                  - name: province
                    kind: PROVINCE
                    host: platform.example
                    port: 9001
                    start: OLDEST
                    only:
                      regions: [371502]
                      commands: [2061, 2031]
                    heartbeats: yes
                    answers: NEVER
                    timeout: PT5S
                    resends: 2
                    in-flight: 10
                    backlog-pause: PT3S
                    line-end: no
                    control: {all: yes}
                    rewrite:
                      edition: 2025
                      set-answer-bit: yes
                      max-segment: 2000
                      codes: {a21026: 02}
                      stations:
                        - {station: M1, mn: P1, password: abcdef}
                        - {station: M2, mn: P2}
                  - name: plant
                    kind: ENTERPRISE
                    host: 10.0.0.2
                    port: 9002
                    control: {stations: [M2]}
                """);

        RelayTarget province = targets.all().get(0);
        assertEquals(PlatformKind.PROVINCE, province.kind());
        assertEquals(RelayTarget.Start.OLDEST, province.start());
        assertEquals(Set.of(new RegionCode("371502")), province.wanted().regions());
        assertEquals(Set.of(2061, 2031), province.wanted().commands());
        assertTrue(province.wanted().heartbeats());
        Delivery delivery = province.delivery();
        assertEquals(Answers.NEVER, delivery.answers());
        assertEquals(Duration.ofSeconds(5), delivery.timeout());
        assertEquals(List.of(2, 10), List.of(delivery.resends(), delivery.inFlight()));
        assertEquals(Duration.ofSeconds(3), delivery.backlogPause());
        assertFalse(delivery.lineEnd());
        Rewriting rewriting = province.rewriting().orElseThrow();
        assertEquals(Optional.of(Edition.HJ212_2025), rewriting.edition());
        assertEquals("02", rewriting.codes().get("a21026"), "a code of digits keeps its leading zero");
        assertEquals(
                Optional.of("abcdef"), rewriting.identities().get(new Mn("M1")).password());
        assertEquals(Optional.of(new Mn("M2")), rewriting.stationOf("P2"));
        assertEquals(Optional.empty(), rewriting.stationOf("p2"), "an MN is case-sensitive");
        assertEquals(Optional.of(new TargetName("plant")), targets.controllerOf(new Mn("M2")));
        assertEquals(Optional.of(new TargetName("province")), targets.controllerOf(new Mn("M3")));
    }

    @Test
    void everyProblemIsNamedWithItsLine() {
        List<String> words = problems(
                """
                targets:
                  - name: City One
                    host: 10.0.0.1
                    port: 0
                  - name: a
                    host: h
                    port: 1
                    timeuot: PT5S
                    backlog-pause: soon
                    only:
                      commands: [12]
                  - name: a
                    host: h
                    port: 2
                  - name: b
                    port: 3
                """);

        assertEquals(7, words.size(), words::toString);
        assertTrue(words.get(0).startsWith("targets.yaml:2: targets[1].name: found 'City One'"), words::toString);
        assertTrue(words.get(1).startsWith("targets.yaml:4: targets[1].port: found '0'"), words::toString);
        assertTrue(words.get(2).startsWith("targets.yaml:11: targets[2].only.commands: found '12'"), words::toString);
        assertTrue(words.get(3).startsWith("targets.yaml:9: targets[2].backlog-pause: found 'soon'"), words::toString);
        assertTrue(words.get(4).startsWith("targets.yaml:8: targets[2].timeuot: found 'PT5S'"), words::toString);
        assertTrue(words.get(5).startsWith("targets.yaml:12: targets[3].name: found 'a'"), words::toString);
        assertTrue(words.get(6).startsWith("targets.yaml:15: targets[4].host: found 'nothing'"), words::toString);
    }

    @Test
    void aStationHasOnePlatformThatCommandsIt() {
        List<String> words = problems(
                """
                targets:
                  - {name: a, host: h, port: 1, control: {all: yes, stations: [M1]}}
                  - {name: b, host: h, port: 2, control: {stations: [M1]}}
                  - {name: c, host: h, port: 3, control: {all: yes}}
                """);

        assertEquals(2, words.size(), words::toString);
        assertTrue(words.get(0).contains("targets.b.control: found 'station M1'"), words::toString);
        assertTrue(
                words.get(1).contains("targets.c.control: found 'every station that nobody names'"), words::toString);
    }

    @Test
    void twoStationsOrTwoCodesThatBecomeOneAreRefused() {
        List<String> words = problems(
                """
                targets:
                  - name: a
                    host: h
                    port: 1
                    rewrite:
                      stations:
                        - {station: M1, mn: P1}
                        - {station: M2, mn: P1}
                  - name: b
                    host: h
                    port: 2
                    rewrite:
                      codes: {a21026: '02', a21002: '02'}
                """);

        assertEquals(2, words.size(), words::toString);
        assertTrue(words.get(0).startsWith("targets.yaml:8: rewrite.stations[2].mn: found 'P1'"), words::toString);
        assertTrue(words.get(1).contains("become 02"), words::toString);
    }

    @Test
    void aPasswordIsNotShownByAProblemNorByAValue() throws ConfigRefused {
        RelayTargets targets = TargetsFile.read(
                "targets.yaml",
                "targets:\n  - {name: a, host: h, port: 1, rewrite: {stations: [{station: M, mn: P, password: hush12}]}}\n");

        assertFalse(targets.toString().contains("hush12"), targets::toString);
        List<String> words = problems(
                "targets:\n  - {name: a, host: h, port: 1, rewrite: {stations: [{station: M, mn: P, password: 'hush 12'}]}}\n");
        assertEquals(1, words.size(), words::toString);
        assertFalse(words.get(0).contains("hush"), words::toString);
    }

    @Test
    void theFileOfTheRecipeCanBeUsedAsItStands() throws Exception {
        String recipe = Files.readString(Path.of("..", "docs", "recipes", "relay-to-a-platform.md"));
        int from = recipe.indexOf("```yaml") + "```yaml".length();
        RelayTargets targets = TargetsFile.read("recipe", recipe.substring(from, recipe.indexOf("```", from)));

        RelayTarget county = targets.find(new TargetName("county")).orElseThrow();
        assertEquals(Delivery.usual(), county.delivery(), "the recipe shows the defaults");
        assertEquals("02", county.rewriting().orElseThrow().codes().get("a21026"));
    }

    @Test
    void aFileThatIsNotYamlIsRefusedWithItsLine() {
        assertTrue(problems("targets:\n  - name: }\n").get(0).startsWith("targets.yaml:2: (file)"));
    }

    private static List<String> problems(String yaml) {
        return assertThrows(ConfigRefused.class, () -> TargetsFile.read("targets.yaml", yaml)).problems().stream()
                .map(ConfigProblem::inWords)
                .toList();
    }
}
