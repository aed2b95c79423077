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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
