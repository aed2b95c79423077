package io.stackwatch.core.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.supervision.MonthDecision.Reason;
import io.stackwatch.core.supervision.MonthEvent.Counted;
import io.stackwatch.core.supervision.MonthEvent.Stage;
import io.stackwatch.core.supervision.MonthProcess.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a month is closed is a table: each row is walked, and what is not in it is refused with its reason. */
class MonthProcessTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final MonthCalendar CALENDAR = MonthCalendar.load();
    private static final Instant LATER = Instant.parse("2027-01-20T00:00:00Z");

    /** With -Dstackwatch.regenerate=true the page is written instead of compared. */
    private static final Path PAGE = Path.of("..", "docs", "month-process.md");

    @Test
    void everyRowIsWalkedByTheWayOfOneMonth() {
        Set<Step> walked = new HashSet<>();
        MonthClosing closing = MonthClosing.of(NOVEMBER);
        for (MonthEvent event : way(LATER)) {
            walked.add(MonthProcess.step(closing.state(), event.kind()).orElseThrow());
            closing = taken(closing, event);
        }
        assertEquals(Set.copyOf(MonthProcess.steps()), walked);
        assertEquals(new MonthClosing(NOVEMBER, Optional.of(MonthState.FROZEN), 4, Optional.of(LATER)), closing);
    }

    @Test
    void everyEventThatTheTableDoesNotHaveIsRefusedInEveryState() {
        Map<Optional<MonthState>, MonthClosing> reached = new LinkedHashMap<>();
        MonthClosing closing = MonthClosing.of(NOVEMBER);
        reached.put(closing.state(), closing);
        for (MonthEvent event : way(LATER)) {
            closing = taken(closing, event);
            reached.putIfAbsent(closing.state(), closing);
        }
        assertEquals(MonthState.values().length + 1, reached.size(), "states that a month can reach, and none");
        List<String> refused = new ArrayList<>();
        for (MonthClosing state : reached.values()) {
            for (MonthEvent event : every(state.versions() + 1)) {
                if (MonthProcess.step(state.state(), event.kind()).isEmpty()) {
                    refused.add(state.state().map(Enum::name).orElse("-") + " " + event.kind() + " "
                            + refused(state, event));
                }
            }
        }
        assertEquals(36 - MonthProcess.steps().size(), refused.size());
        assertEquals(
                List.of(
                        "- PROVISIONAL_COUNTED NOT_OPENED",
                        "- PRELIMINARY_COUNTED NOT_OPENED",
                        "- VOUCHERS_ENDED NOT_OPENED",
                        "- FROZEN NOT_OPENED",
                        "- RECOMPUTED NOT_OPENED",
                        "OPEN OPENED ALREADY_DONE",
                        "OPEN PRELIMINARY_COUNTED OUT_OF_ORDER",
                        "OPEN VOUCHERS_ENDED OUT_OF_ORDER",
                        "OPEN FROZEN OUT_OF_ORDER",
                        "OPEN RECOMPUTED NOT_FROZEN",
                        "PROVISIONAL OPENED ALREADY_DONE",
                        "PROVISIONAL PROVISIONAL_COUNTED ALREADY_DONE",
                        "PROVISIONAL VOUCHERS_ENDED OUT_OF_ORDER",
                        "PROVISIONAL FROZEN OUT_OF_ORDER",
                        "PROVISIONAL RECOMPUTED NOT_FROZEN",
                        "PRELIMINARY OPENED ALREADY_DONE",
                        "PRELIMINARY PROVISIONAL_COUNTED ALREADY_DONE",
                        "PRELIMINARY PRELIMINARY_COUNTED ALREADY_DONE",
                        "PRELIMINARY FROZEN OUT_OF_ORDER",
                        "PRELIMINARY RECOMPUTED NOT_FROZEN",
                        "VOUCHERS_CLOSED OPENED ALREADY_DONE",
                        "VOUCHERS_CLOSED PROVISIONAL_COUNTED ALREADY_DONE",
                        "VOUCHERS_CLOSED PRELIMINARY_COUNTED ALREADY_DONE",
                        "VOUCHERS_CLOSED VOUCHERS_ENDED ALREADY_DONE",
                        "VOUCHERS_CLOSED RECOMPUTED NOT_FROZEN",
                        "FROZEN OPENED ALREADY_FROZEN",
                        "FROZEN PROVISIONAL_COUNTED ALREADY_FROZEN",
                        "FROZEN PRELIMINARY_COUNTED ALREADY_FROZEN",
                        "FROZEN VOUCHERS_ENDED ALREADY_FROZEN",
                        "FROZEN FROZEN ALREADY_FROZEN"),
                refused);
    }

    /** Timeline: the instant before each moment is too early, the moment itself is not (regulation 1.4, 1.7). */
    @Test
    void eachStepIsTooEarlyUntilItsMomentAndTakenAtIt() {
        MonthClosing closing = MonthClosing.of(NOVEMBER);
        String[] moments = {
            "2026-10-31T16:00:00Z",
            "2026-12-01T05:00:00Z",
            "2026-12-04T16:00:00Z",
            "2026-12-10T16:00:00Z",
            "2026-12-10T16:00:00Z"
        };
        for (String moment : moments) {
            Instant due = Instant.parse(moment);
            assertEquals(Optional.of(due), closing.due(CALENDAR), closing::toString);
            Instant early = due.minusNanos(1);
            assertEquals(Optional.empty(), closing.next(CALENDAR, early), closing::toString);
            MonthEvent event = closing.next(CALENDAR, due).orElseThrow();
            assertEquals(
                    new MonthDecision.Refused(Reason.TOO_EARLY, Optional.of(due)),
                    closing.decide(at(event, early), CALENDAR));
            closing = taken(closing, event);
        }
        assertEquals(Optional.of(MonthState.FROZEN), closing.state());
        assertEquals(Optional.empty(), closing.due(CALENDAR));
        assertEquals(Optional.empty(), closing.next(CALENDAR, LATER), "no calendar recomputes a month");
    }

    @Test
    void aRecomputationWithoutAReasonOrAPersonIsRefused() {
        MonthClosing frozen = frozen();
        assertEquals(Reason.NO_REASON_GIVEN, refused(frozen, frozen.recomputation(LATER, "Li", " ")));
        assertEquals(Reason.NO_REASON_GIVEN, refused(frozen, frozen.recomputation(LATER, "", "late voucher")));
        assertEquals(
                4,
                taken(frozen, frozen.recomputation(LATER, "Li", "late voucher")).versions());
    }

    @Test
    void aRecomputationLeavesTheInstantOfTheFreezeAndCountsOn() {
        MonthClosing frozen = frozen();
        MonthClosing again = taken(frozen, frozen.recomputation(LATER.plusSeconds(1), "Li", "late voucher"));
        MonthClosing third = taken(again, again.recomputation(LATER.plusSeconds(2), "Wang", "station was re-coded"));

        assertEquals(frozen.frozenAt(), third.frozenAt());
        assertEquals(5, third.versions());
        assertEquals(Optional.of(MonthState.FROZEN), third.state());
    }

    @Test
    void aVersionWithAWrongNumberIsABrokenPromise() {
        MonthClosing frozen = frozen();
        assertThrows(
                IllegalArgumentException.class,
                () -> frozen.decide(new MonthEvent.Recomputed(NOVEMBER, LATER, 7, "Li", "reason"), CALENDAR));
        assertThrows(
                IllegalArgumentException.class,
                () -> frozen.decide(new MonthEvent.Opened(NOVEMBER.plusMonths(1), LATER), CALENDAR));
    }

    @Test
    void aHistoryThatTheTableRefusesNamesTheWaySoFar() {
        List<MonthEvent> events = new ArrayList<>(way(LATER).subList(0, 2));
        events.add(new Counted(NOVEMBER, LATER, Stage.FREEZE, 2));

        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> MonthClosing.fold(NOVEMBER, events, CALENDAR));

        assertEquals(
                "FROZEN in state PROVISIONAL of 2026-11 after [OPENED, PROVISIONAL_COUNTED]: OUT_OF_ORDER",
                refusal.getMessage());
        assertEquals(4, MonthClosing.fold(NOVEMBER, way(LATER), CALENDAR).versions(), "the whole way");
    }

    @Test
    void theDrawnTableIsTheTable() throws IOException {
        StringBuilder moments = new StringBuilder();
        for (MonthCalendar.Row row : CALENDAR.rows()) {
            moments.append("| `")
                    .append(row.moment())
                    .append("` | ")
                    .append(row.monthsLater() == 0 ? "the month itself" : "the next month")
                    .append(" | ")
                    .append(row.day())
                    .append(" | ")
                    .append(row.time())
                    .append(" | ")
                    .append(row.source())
                    .append(" | ")
                    .append(row.mark())
                    .append(" |\n");
        }
        String page =
                "# How a month is closed\n\nGenerated from `MonthProcess` and `month-calendar.csv`; a test compares it."
                        + " In brackets what must come before.\n\n```mermaid\n" + MonthProcess.mermaid() + "```\n\n"
                        + "The moments, in Asia/Shanghai:\n\n| Moment | Of | Day | Time | Source | Mark |\n"
                        + "| --- | --- | --- | --- | --- | --- |\n" + moments;
        if (Boolean.getBoolean("stackwatch.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE));
    }

    private static List<MonthEvent> way(Instant at) {
        return List.of(
                new MonthEvent.Opened(NOVEMBER, at),
                new Counted(NOVEMBER, at, Stage.PROVISIONAL, 1),
                new Counted(NOVEMBER, at, Stage.PRELIMINARY, 2),
                new MonthEvent.VouchersEnded(NOVEMBER, at),
                new Counted(NOVEMBER, at, Stage.FREEZE, 3),
                new MonthEvent.Recomputed(NOVEMBER, at, 4, "Li", "late voucher"));
    }

    private static List<MonthEvent> every(int number) {
        return List.of(
                new MonthEvent.Opened(NOVEMBER, LATER),
                new Counted(NOVEMBER, LATER, Stage.PROVISIONAL, number),
                new Counted(NOVEMBER, LATER, Stage.PRELIMINARY, number),
                new MonthEvent.VouchersEnded(NOVEMBER, LATER),
                new Counted(NOVEMBER, LATER, Stage.FREEZE, number),
                new MonthEvent.Recomputed(NOVEMBER, LATER, number, "Li", "late voucher"));
    }

    private static MonthClosing frozen() {
        return MonthClosing.fold(NOVEMBER, way(LATER).subList(0, 5), CALENDAR);
    }

    private static MonthEvent at(MonthEvent event, Instant at) {
        return event.match(
                opened -> new MonthEvent.Opened(opened.month(), at),
                counted -> new Counted(counted.month(), at, counted.stage(), counted.number()),
                ended -> new MonthEvent.VouchersEnded(ended.month(), at),
                again -> new MonthEvent.Recomputed(again.month(), at, again.number(), again.by(), again.reason()));
    }

    private static MonthClosing taken(MonthClosing closing, MonthEvent event) {
        return closing.decide(event, CALENDAR).match(MonthDecision.Taken::after, refused -> {
            throw new AssertionError(event + ": " + refused);
        });
    }

    private static Reason refused(MonthClosing closing, MonthEvent event) {
        MonthDecision decision = closing.decide(event, CALENDAR);
        return decision.match(
                taken -> {
                    throw new AssertionError("not refused: " + event);
                },
                MonthDecision.Refused::reason);
    }
}
