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

        assertEquals("ACKNOWLEDGED in state ACKNOWLEDGED_ACTIVE of " + KEY, refused.getMessage());
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
                assertEquals(event + " in state " + state + " of " + KEY, refusal.getMessage(), way::toString);
                refused++;
            }
        }
        int pairs = AlarmState.values().length * AlarmEventKind.values().length;
        assertEquals(pairs, refused + AlarmProcess.steps().size() - 1, "refused, and rows without the beginning");
    }

    @Test
    void theRowsThatChangeTheStateAreThese() {
        assertEquals(
                Set.of(
                        "- RAISED OPEN_ACTIVE",
                        "OPEN_ACTIVE ACKNOWLEDGED ACKNOWLEDGED_ACTIVE",
                        "OPEN_ACTIVE CLEARED OPEN_CLEARED",
                        "ACKNOWLEDGED_ACTIVE CLEARED ACKNOWLEDGED_CLEARED",
                        "OPEN_CLEARED ACKNOWLEDGED ACKNOWLEDGED_CLEARED",
                        "OPEN_CLEARED REOPENED OPEN_ACTIVE",
                        "ACKNOWLEDGED_CLEARED REOPENED OPEN_ACTIVE"),
                AlarmProcess.steps().stream()
                        .filter(step -> !step.from().equals(Optional.of(step.to())))
                        .map(step -> step.from().map(Enum::name).orElse("-") + " " + step.event() + " " + step.to())
                        .collect(Collectors.toSet()));
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
