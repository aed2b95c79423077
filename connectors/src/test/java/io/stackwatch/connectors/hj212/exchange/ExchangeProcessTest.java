package io.stackwatch.connectors.hj212.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.connectors.hj212.exchange.ExchangeProcess.Step;
import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The states of an exchange are a table: each row is walked, and what is not in it is refused. */
class ExchangeProcessTest {

    /** With -Dstackwatch.regenerate=true the page is written instead of compared. */
    private static final Path PAGE = Path.of("..", "docs", "exchange-process.md");

    private final Set<Step> walked = new HashSet<>();
    private final Map<ExchangeState, List<Exchange>> reached = new EnumMap<>(ExchangeState.class);

    @Test
    void everyRowCanBeWalkedFromTheBeginning() {
        walkEverything();
        Set<Step> never = new LinkedHashSet<>(ExchangeProcess.steps());
        never.removeAll(walked);
        assertEquals(Set.of(), never);
    }

    @Test
    void everyEventThatTheTableDoesNotHaveIsRefusedInEveryState() {
        walkEverything();
        assertEquals(Set.of(ExchangeState.values()), reached.keySet(), "states that an exchange can reach");
        int refused = 0;
        for (ExchangeState state : ExchangeState.values()) {
            for (ExchangeEventKind kind : ExchangeEventKind.values()) {
                if (hasRow(state, kind)) {
                    continue;
                }
                refused++;
                for (Exchange exchange : reached.get(state)) {
                    for (ExchangeEvent event : variants(kind, exchange)) {
                        assertFalse(exchange.takes(event), () -> kind + " in " + state);
                        IllegalStateException refusal =
                                assertThrows(IllegalStateException.class, () -> exchange.after(event));
                        assertEquals(
                                kind + " in state " + state + " of exchange 1 with " + ExchangeFixture.STATION,
                                refusal.getMessage());
                    }
                }
            }
        }
        int pairs = ExchangeState.values().length * ExchangeEventKind.values().length;
        long rows = ExchangeProcess.steps().stream()
                .filter(step -> step.from().isPresent())
                .map(step -> step.from().get() + " " + step.event())
                .distinct()
                .count();
        assertEquals(pairs, refused + rows, "refused, and pairs with a row");
    }

    @Test
    void anEndIsAnEnd() {
        for (Step step : ExchangeProcess.steps()) {
            step.from().filter(from -> !from.isOpen()).ifPresent(end -> {
                assertEquals(end, step.to(), step.toString());
                assertEquals(ExchangeEventKind.LATE, step.event(), step.toString());
            });
            assertEquals(!step.to().isOpen(), step.then() == Wait.NONE, step.toString());
        }
    }

    @Test
    void nobodyReleasesWhatHeOrdered() {
        Exchange ordered = ExchangeFixture.ordered(1, ExchangeFixture.order(1062), ExchangeFixture.control());
        assertEquals(ExchangeState.ORDERED, ordered.state());
        for (String same : List.of(
                "Wang",
                "wang",
                " Wang ",
                "Wa\u200Bng",
                "\uFF37ang",
                "W a\u00A0n\u3000g",
                "Wang\uFEFF",
                " ",
                "\u200B")) {
            assertFalse(ordered.takes(ExchangeEvent.released(same, ExchangeFixture.at("08:01:00"))), same);
        }
        assertEquals(
                ExchangeState.QUEUED,
                ordered.after(ExchangeEvent.released("Li", ExchangeFixture.at("08:01:00")))
                        .state());
    }

    @Test
    void aRefusedStepNamesTheWaySoFar() {
        Exchange ordered =
                ExchangeFixture.ordered(3, ExchangeFixture.order(1011), ExchangeFixture.terms(AnswerPattern.RESPONSE));
        List<ExchangeEvent> way = List.of(
                ExchangeEvent.sent(1, ExchangeFixture.at("08:00:00")),
                ExchangeEvent.cancelled("Li", "no need", ExchangeFixture.at("08:00:01")),
                ExchangeEvent.released("Li", ExchangeFixture.at("08:00:02")));
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> ordered.afterAll(way));
        assertEquals(
                "RELEASED in state CANCELLED of exchange 3 with 010000A8900016F000169DC0 after [SENT, CANCELLED]",
                refusal.getMessage());
    }

    @Test
    void theDrawnTableIsTheTable() throws IOException {
        String page = "# States of an exchange\n\nGenerated from `ExchangeProcess`; a test compares it. In brackets the"
                + " condition, behind the stroke the liberty\nthat the station took.\n\n```mermaid\n"
                + ExchangeProcess.mermaid() + "```\n";
        if (Boolean.getBoolean("stackwatch.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE));
    }

    private static boolean hasRow(ExchangeState state, ExchangeEventKind kind) {
        return ExchangeProcess.steps().stream()
                .anyMatch(step -> step.from().equals(Optional.of(state)) && step.event() == kind);
    }

    /** Every kind of exchange, every event that it takes, as long as that leads to something new. */
    private void walkEverything() {
        Deque<Exchange> next = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        for (AnswerPattern pattern : AnswerPattern.values()) {
            for (boolean twoPeople : new boolean[] {false, true}) {
                ExchangeTerms terms = new ExchangeTerms(
                        Edition.HJ212_2017,
                        pattern,
                        twoPeople,
                        Duration.ofHours(1),
                        Duration.ofSeconds(10),
                        1,
                        Duration.ofSeconds(60),
                        Duration.ofHours(1));
                Exchange begun = ExchangeFixture.ordered(1, ExchangeFixture.order(1011), terms);
                ExchangeProcess.steps().stream()
                        .filter(step -> step.from().isEmpty() && step.to() == begun.state())
                        .forEach(walked::add);
                next.add(begun);
            }
        }
        while (!next.isEmpty()) {
            Exchange exchange = next.remove();
            String where = exchange.terms().pattern() + " " + exchange.terms().twoPeople() + " " + exchange.state()
                    + " " + exchange.attempts() + " " + Math.min(1, exchange.dataFrames());
            if (!seen.add(where)) {
                continue;
            }
            reached.computeIfAbsent(exchange.state(), state -> new ArrayList<>())
                    .add(exchange);
            for (ExchangeEventKind kind : ExchangeEventKind.values()) {
                for (ExchangeEvent event : variants(kind, exchange)) {
                    ExchangeProcess.step(Optional.of(exchange.state()), exchange, event)
                            .ifPresent(step -> {
                                walked.add(step);
                                Exchange after = exchange.after(event);
                                assertEquals(step.to(), after.state(), step.toString());
                                assertEquals(exchange.version() + 1, after.version());
                                next.add(after);
                            });
                }
            }
        }
    }

    private static List<ExchangeEvent> variants(ExchangeEventKind kind, Exchange exchange) {
        return Arrays.stream(new int[][] {{1, 0}, {1, 1}, {2, 0}, {2, 1}})
                .map(variant -> new ExchangeEvent(
                        kind,
                        ExchangeFixture.at("08:00:01"),
                        variant[1] == 1 ? "Li" : "Wang",
                        "",
                        Optional.of(variant[0]),
                        variant[1] == 1,
                        false,
                        Optional.of((long) exchange.version())))
                .collect(Collectors.toList());
    }
}
