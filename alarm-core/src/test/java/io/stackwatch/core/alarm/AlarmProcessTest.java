package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.alarm.AlarmProcess.Step;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The states of an alarm are a table: each row is walked, and what is not in it is refused. */
class AlarmProcessTest {

    private static final Instant HOUR = Instant.parse("2026-11-20T00:00:00Z");
    private static final AlarmKey KEY =
            new AlarmKey(new OutletId("DA001"), new FactorCode("a21026"), AlarmType.HOUR_EXCEEDANCE, HOUR);

    /** With -Dstackwatch.regenerate=true the page is written instead of compared. */
    private static final Path PAGE = Path.of("..", "docs", "alarm-process.md");

    @Test
    void everyRowCanBeWalkedFromTheBeginning() {
        Map<AlarmState, List<AlarmEventKind>> ways = shortestWays();
        Set<Step> walked = new HashSet<>();
        for (Step step : AlarmProcess.steps()) {
            List<AlarmEventKind> way =
                    new ArrayList<>(step.from().map(ways::get).orElse(List.of()));
            way.add(step.event());
            assertEquals(step.to(), Alarm.fold(history(way)).state(), step.toString());
            walked.add(step);
        }
        assertEquals(Set.copyOf(AlarmProcess.steps()), walked);
    }

    @Test
    void aStepThatIsNotInTheTableIsRefusedWithStateAndEvent() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> Alarm.fold(history(
                        List.of(AlarmEventKind.RAISED, AlarmEventKind.ACKNOWLEDGED, AlarmEventKind.ACKNOWLEDGED))));

        assertEquals(
                "ACKNOWLEDGED in state ACKNOWLEDGED_ACTIVE of " + KEY + ": ALREADY_ACKNOWLEDGED", refused.getMessage());
    }

    @Test
    void everyEventThatIsNotInTheTableIsRefusedInEveryState() {
        Map<AlarmState, List<AlarmEventKind>> ways = shortestWays();
        assertEquals(Set.of(AlarmState.values()), ways.keySet(), "states that an alarm can reach");
        int refused = 0;
        for (AlarmState state : AlarmState.values()) {
            for (AlarmEventKind event : AlarmEventKind.values()) {
                if (AlarmProcess.after(Optional.of(state), event).isPresent()) {
                    continue;
                }
                List<AlarmEventKind> way = new ArrayList<>(ways.get(state));
                way.add(event);
                IllegalStateException refusal = assertThrows(
                        IllegalStateException.class, () -> Alarm.fold(history(way)), () -> "not refused: " + way);
                AlarmRefusal why = AlarmProcess.step(Optional.of(state), event)
                        .match(
                                taken -> {
                                    throw new AssertionError("taken: " + taken);
                                },
                                AlarmStep.Refused::why);
                assertEquals(
                        event + " in state " + state + " of " + KEY + ": " + why, refusal.getMessage(), way::toString);
                refused++;
            }
        }
        int pairs = AlarmState.values().length * AlarmEventKind.values().length;
        assertEquals(pairs, refused + AlarmProcess.steps().size() - 1, "refused, and rows without the beginning");
    }

    @Test
    void theRowsThatChangeAnAlarmThatAsksForAttentionAreThese() {
        assertEquals(
                Set.of(
                        "- RAISED OPEN_ACTIVE",
                        "OPEN_ACTIVE ACKNOWLEDGED ACKNOWLEDGED_ACTIVE",
                        "OPEN_ACTIVE CLEARED OPEN_CLEARED",
                        "OPEN_ACTIVE SHELVED OPEN_ACTIVE_SHELVED",
                        "OPEN_ACTIVE SUPPRESSED OPEN_ACTIVE_SUPPRESSED",
                        "OPEN_ACTIVE TAKEN_OUT_OF_SERVICE OPEN_ACTIVE_OUT_OF_SERVICE",
                        "ACKNOWLEDGED_ACTIVE CLEARED ACKNOWLEDGED_CLEARED",
                        "ACKNOWLEDGED_ACTIVE SHELVED ACKNOWLEDGED_ACTIVE_SHELVED",
                        "ACKNOWLEDGED_ACTIVE SUPPRESSED ACKNOWLEDGED_ACTIVE_SUPPRESSED",
                        "ACKNOWLEDGED_ACTIVE TAKEN_OUT_OF_SERVICE ACKNOWLEDGED_ACTIVE_OUT_OF_SERVICE",
                        "OPEN_CLEARED ACKNOWLEDGED ACKNOWLEDGED_CLEARED",
                        "OPEN_CLEARED REOPENED OPEN_ACTIVE",
                        "OPEN_CLEARED TAKEN_OUT_OF_SERVICE OPEN_CLEARED_OUT_OF_SERVICE",
                        "ACKNOWLEDGED_CLEARED REOPENED OPEN_ACTIVE",
                        "ACKNOWLEDGED_CLEARED TAKEN_OUT_OF_SERVICE ACKNOWLEDGED_CLEARED_OUT_OF_SERVICE"),
                changing(Attention.ASKED));
    }

    @Test
    void theRowsThatChangeAShelvedAlarmAreThese() {
        assertEquals(
                Set.of(
                        "OPEN_ACTIVE_SHELVED ACKNOWLEDGED ACKNOWLEDGED_ACTIVE_SHELVED",
                        "OPEN_ACTIVE_SHELVED CLEARED OPEN_CLEARED_SHELVED",
                        "OPEN_ACTIVE_SHELVED LEVEL_ROSE OPEN_ACTIVE",
                        "OPEN_ACTIVE_SHELVED UNSHELVED OPEN_ACTIVE",
                        "ACKNOWLEDGED_ACTIVE_SHELVED CLEARED ACKNOWLEDGED_CLEARED_SHELVED",
                        "ACKNOWLEDGED_ACTIVE_SHELVED LEVEL_ROSE ACKNOWLEDGED_ACTIVE",
                        "ACKNOWLEDGED_ACTIVE_SHELVED UNSHELVED ACKNOWLEDGED_ACTIVE",
                        "OPEN_CLEARED_SHELVED ACKNOWLEDGED ACKNOWLEDGED_CLEARED_SHELVED",
                        "OPEN_CLEARED_SHELVED LEVEL_ROSE OPEN_CLEARED",
                        "OPEN_CLEARED_SHELVED REOPENED OPEN_ACTIVE_SHELVED",
                        "OPEN_CLEARED_SHELVED UNSHELVED OPEN_CLEARED",
                        "ACKNOWLEDGED_CLEARED_SHELVED LEVEL_ROSE ACKNOWLEDGED_CLEARED",
                        "ACKNOWLEDGED_CLEARED_SHELVED REOPENED OPEN_ACTIVE_SHELVED",
                        "ACKNOWLEDGED_CLEARED_SHELVED UNSHELVED ACKNOWLEDGED_CLEARED"),
                changing(Attention.SHELVED));
    }

    /** Rows of the first table, of four states: what was stored by it folds to the same state. */
    @Test
    void everyRowOfTheFirstTableStandsAsItWas() {
        Set<String> now = new HashSet<>();
        AlarmProcess.steps().forEach(step -> now.add(words(step)));
        List<String> first = new ArrayList<>(List.of(
                "- RAISED OPEN_ACTIVE",
                "OPEN_ACTIVE ACKNOWLEDGED ACKNOWLEDGED_ACTIVE",
                "OPEN_CLEARED ACKNOWLEDGED ACKNOWLEDGED_CLEARED",
                "OPEN_ACTIVE CLEARED OPEN_CLEARED",
                "ACKNOWLEDGED_ACTIVE CLEARED ACKNOWLEDGED_CLEARED",
                "OPEN_CLEARED REOPENED OPEN_ACTIVE",
                "ACKNOWLEDGED_CLEARED REOPENED OPEN_ACTIVE"));
        for (String state : List.of("OPEN_ACTIVE", "ACKNOWLEDGED_ACTIVE", "OPEN_CLEARED", "ACKNOWLEDGED_CLEARED")) {
            for (String event : List.of("CONTINUED", "GREW_BACK", "LEVEL_ROSE", "HOUR_REVISED")) {
                first.add(state + " " + event + " " + state);
            }
        }
        assertEquals(Set.of(), first.stream().filter(row -> !now.contains(row)).collect(Collectors.toSet()));
    }

    @Test
    void theStatesAreTheProductOfSeenAndCauseAndAttention() {
        Set<AlarmState> product = EnumSet.noneOf(AlarmState.class);
        for (boolean seen : List.of(true, false)) {
            for (boolean over : List.of(true, false)) {
                for (Attention attention : Attention.values()) {
                    AlarmState state = AlarmState.of(seen, over, attention);
                    assertEquals(seen, state.acknowledged());
                    assertEquals(over, state.cleared());
                    assertEquals(attention, state.attention());
                    product.add(state);
                }
            }
        }
        assertEquals(EnumSet.allOf(AlarmState.class), product);
    }

    private static Set<String> changing(Attention attention) {
        return AlarmProcess.steps().stream()
                .filter(step -> !step.from().equals(Optional.of(step.to())))
                .filter(step -> step.from().map(AlarmState::attention).orElse(Attention.ASKED) == attention)
                .map(AlarmProcessTest::words)
                .collect(Collectors.toSet());
    }

    private static String words(Step step) {
        return step.from().map(Enum::name).orElse("-") + " " + step.event() + " " + step.to();
    }

    @Test
    void nothingButRaisingBeginsAnAlarm() {
        for (AlarmEventKind event : EnumSet.complementOf(EnumSet.of(AlarmEventKind.RAISED))) {
            IllegalStateException refusal =
                    assertThrows(IllegalStateException.class, () -> Alarm.fold(history(List.of(event))));
            assertEquals(event + " does not begin an alarm: " + KEY, refusal.getMessage());
        }
    }

    @Test
    void aReopenedAlarmHasToBeAcknowledgedAgain() {
        Alarm alarm = Alarm.fold(history(List.of(
                AlarmEventKind.RAISED, AlarmEventKind.ACKNOWLEDGED, AlarmEventKind.CLEARED, AlarmEventKind.REOPENED)));

        assertEquals(AlarmState.OPEN_ACTIVE, alarm.state());
        assertEquals(Optional.empty(), alarm.acknowledgement());
    }

    @Test
    void theDrawnTableIsTheTable() throws IOException {
        String page = "# States of an alarm\n\nGenerated from `AlarmProcess`; a test compares it.\n\n```mermaid\n"
                + AlarmProcess.mermaid() + "```\n";
        if (Boolean.getBoolean("stackwatch.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE));
    }

    private static Map<AlarmState, List<AlarmEventKind>> shortestWays() {
        Map<AlarmState, List<AlarmEventKind>> ways = new HashMap<>();
        Deque<AlarmState> next = new ArrayDeque<>();
        ways.put(AlarmState.OPEN_ACTIVE, List.of(AlarmEventKind.RAISED));
        next.add(AlarmState.OPEN_ACTIVE);
        while (!next.isEmpty()) {
            AlarmState from = next.remove();
            for (Step step : AlarmProcess.steps()) {
                if (step.from().equals(Optional.of(from)) && !ways.containsKey(step.to())) {
                    List<AlarmEventKind> way = new ArrayList<>(ways.get(from));
                    way.add(step.event());
                    ways.put(step.to(), way);
                    next.add(step.to());
                }
            }
        }
        return ways;
    }

    private static List<AlarmEvent> history(List<AlarmEventKind> kinds) {
        List<AlarmEvent> events = new ArrayList<>();
        for (AlarmEventKind kind : kinds) {
            events.add(new AlarmEvent(
                    KEY,
                    kind,
                    HOUR.plusSeconds(events.size()),
                    HOUR,
                    HOUR,
                    AlarmLevel.YELLOW,
                    AlarmReason.EXCEEDS,
                    Optional.of(HOUR),
                    kind == AlarmEventKind.ACKNOWLEDGED ? Optional.of("officer Li") : Optional.empty(),
                    "",
                    List.of()));
        }
        return events;
    }
}
