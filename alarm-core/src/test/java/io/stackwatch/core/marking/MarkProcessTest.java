package io.stackwatch.core.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.marking.MarkProcess.Step;
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

/** The states of a version of a mark are a table: each row is walked, and what is not in it is refused. */
final class MarkProcessTest {

    /** With -Dstackwatch.regenerate=true the page is written instead of compared. */
    private static final Path PAGE = Path.of("..", "docs", "marking-process.md");

    private static final Instant START = MarkFixture.at("24 08:00");

    @Test
    void everyRowCanBeWalkedFromTheBeginning() {
        Map<MarkState, List<MarkEvent>> ways = shortestWays();
        assertEquals(Set.of(MarkState.values()), ways.keySet(), "states that a version can reach");
        Set<Step> walked = new HashSet<>();
        for (Step step : MarkProcess.steps()) {
            List<MarkEvent> way = new ArrayList<>(step.from().map(ways::get).orElse(List.of()));
            way.add(step.event());
            assertEquals(step.to(), version(way).state(), step.toString());
            walked.add(step);
        }
        assertEquals(MarkProcess.steps().size(), walked.size(), "rows that are walked, each once");
    }

    @Test
    void everyEventThatIsNotInTheTableIsRefusedInEveryState() {
        Map<MarkState, List<MarkEvent>> ways = shortestWays();
        int refused = 0;
        for (MarkState state : MarkState.values()) {
            for (MarkEvent event : MarkEvent.values()) {
                if (MarkProcess.after(Optional.of(state), event).isPresent()) {
                    continue;
                }
                List<MarkEvent> way = new ArrayList<>(ways.get(state));
                way.add(event);
                IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> version(way));
                assertEquals(event + " in state " + state + " of M-1/1", refusal.getMessage());
                refused++;
            }
        }
        int beginnings = (int) MarkProcess.steps().stream()
                .filter(step -> step.from().isEmpty())
                .count();
        assertEquals(
                MarkState.values().length * MarkEvent.values().length,
                refused + MarkProcess.steps().size() - beginnings);
    }

    @Test
    void onlyAFilingBeginsAVersion() {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> version(List.of(MarkEvent.APPROVED)));
        assertEquals("APPROVED does not begin a version of M-1/1", refusal.getMessage());
    }

    @Test
    void whatWasKnownAtAnInstantIsTheStateOfThen() {
        FiledVersion version = version(List.of(MarkEvent.FILED_LATE, MarkEvent.APPROVED, MarkEvent.REFUSED));

        assertEquals(Optional.empty(), version.stateAt(START.minusSeconds(1)));
        assertEquals(Optional.of(MarkState.PENDING), version.stateAt(START));
        assertEquals(Optional.of(MarkState.APPROVED), version.stateAt(START.plusSeconds(1)));
        assertEquals(Optional.of(MarkState.REFUSED), version.stateAt(START.plusSeconds(2)));
    }

    @Test
    void theDrawnTableIsTheTable() throws IOException {
        String page =
                "# States of a version of a mark\n\nGenerated from `MarkProcess`; a test compares it.\n\n```mermaid\n"
                        + MarkProcess.mermaid() + "```\n";
        if (Boolean.getBoolean("stackwatch.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE));
    }

    private static Map<MarkState, List<MarkEvent>> shortestWays() {
        Map<MarkState, List<MarkEvent>> ways = new HashMap<>();
        Deque<Optional<MarkState>> next = new ArrayDeque<>(List.of(Optional.empty()));
        while (!next.isEmpty()) {
            Optional<MarkState> from = next.remove();
            for (Step step : MarkProcess.steps()) {
                if (step.from().equals(from) && !ways.containsKey(step.to())) {
                    List<MarkEvent> way = new ArrayList<>(from.map(ways::get).orElse(List.of()));
                    way.add(step.event());
                    ways.put(step.to(), way);
                    next.add(Optional.of(step.to()));
                }
            }
        }
        return ways;
    }

    private static FiledVersion version(List<MarkEvent> events) {
        MarkId id = new MarkId("M-1");
        List<MarkAct> acts = new ArrayList<>();
        for (MarkEvent event : events) {
            acts.add(new MarkAct(id, 1, event, START.plusSeconds(acts.size()), "somebody", "so it is"));
        }
        return new FiledVersion(
                new MarkVersion(
                        id, 1, Optional.of(MarkFixture.content("FAULT", "24 06:00", "24 07:00")), START, "Wang", ""),
                acts);
    }
}
