package io.stackwatch.core.alarm;

import static io.stackwatch.core.alarm.AlarmEventKind.ACKNOWLEDGED;
import static io.stackwatch.core.alarm.AlarmEventKind.CLEARED;
import static io.stackwatch.core.alarm.AlarmEventKind.RAISED;
import static io.stackwatch.core.alarm.AlarmEventKind.REOPENED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmActingTest {

    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(24);

    @Test
    void aNameAndANoteAcknowledgeAnOpenAlarmAndAreKeptWithoutTheirMargins() {
        Alarm open = AlarmFixture.after(RAISED);
        AlarmChange change = done(open, " Zhang Wei ", " 已电话核实\n");
        assertEquals(
                Optional.of(new Acknowledgement("Zhang Wei", AT, "已电话核实")),
                change.alarm().acknowledgement());
        assertEquals(AlarmState.ACKNOWLEDGED_ACTIVE, change.alarm().state());
        assertEquals(
                List.of(ACKNOWLEDGED),
                change.events().stream().map(AlarmEvent::kind).toList());
        assertEquals(AlarmReason.OFFICER, change.events().get(0).reason());
        assertEquals(change.alarm(), open.after(change.events().get(0)));
    }

    @Test
    void spanAndLevelStayAsTheyWere() {
        Alarm open = AlarmFixture.after(RAISED);
        Alarm seen = done(open, "Zhang Wei", "seen").alarm();
        assertEquals(open.firstHour(), seen.firstHour());
        assertEquals(open.lastHour(), seen.lastHour());
        assertEquals(open.level(), seen.level());
    }

    @Test
    void aClearedAlarmCanStillBeAcknowledged() {
        Alarm seen =
                done(AlarmFixture.after(RAISED, CLEARED), "Zhang Wei", "seen").alarm();
        assertEquals(AlarmState.ACKNOWLEDGED_CLEARED, seen.state());
        assertEquals(AlarmReason.WITHIN, seen.clearing().orElseThrow().reason());
    }

    @Test
    void aReopenedAlarmIsAcknowledgedAnew() {
        Alarm reopened = AlarmFixture.after(RAISED, ACKNOWLEDGED, CLEARED, REOPENED);
        assertEquals(
                AlarmState.ACKNOWLEDGED_ACTIVE,
                done(reopened, "Zhang Wei", "again").alarm().state());
    }

    @Test
    void withoutANameOrANoteItIsRefused() {
        Alarm open = AlarmFixture.after(RAISED);
        assertEquals(AlarmRefusal.NAME_MISSING, refused(open, "", "seen"));
        assertEquals(AlarmRefusal.NAME_MISSING, refused(open, " \t", "seen"));
        assertEquals(AlarmRefusal.NOTE_MISSING, refused(open, "Zhang Wei", ""));
        assertEquals(AlarmRefusal.NOTE_MISSING, refused(open, "Zhang Wei", " \u3000\n"));
        assertEquals(AlarmRefusal.NAME_MISSING, refused(open, "", ""), "the name is asked for first");
    }

    @Test
    void asSecondItIsRefusedWhetherTheCauseHoldsOrNot() {
        assertEquals(
                AlarmRefusal.ALREADY_ACKNOWLEDGED,
                refused(AlarmFixture.after(RAISED, ACKNOWLEDGED), "Li Na", "seen too"));
        assertEquals(
                AlarmRefusal.ALREADY_ACKNOWLEDGED,
                refused(AlarmFixture.after(RAISED, ACKNOWLEDGED, CLEARED), "Li Na", "seen too"));
    }

    @Test
    void anAlarmIsShelvedByANamedPersonForAReasonAndUntilAnEndAndComesBackByItself() {
        Instant end = AT.plus(LONGEST);
        Alarm shelved =
                done(AlarmFixture.after(RAISED), shelf(Optional.of(end))).alarm();
        assertEquals(AlarmState.OPEN_ACTIVE_SHELVED, shelved.state());
        assertEquals(
                Optional.of(new Abeyance("Li Na", AT, "已派员", Optional.of(end), Optional.empty())), shelved.abeyance());
        assertEquals(Optional.empty(), Upkeep.expire(shelved, end.minusMillis(1)), "not before its end");
        AlarmChange back = Upkeep.expire(shelved, end).orElseThrow();
        assertEquals(AlarmState.OPEN_ACTIVE, back.alarm().state());
        assertEquals(AlarmReason.SHELF_ENDED, back.events().get(0).reason());
        assertEquals(Optional.empty(), Upkeep.expire(back.alarm(), end.plusSeconds(1)), "once");
    }

    @Test
    void aShelfWithoutAnEndOrWithOneBehindOrTooFarAheadIsRefused() {
        Alarm open = AlarmFixture.after(RAISED);
        assertEquals(AlarmRefusal.END_MISSING, refused(open, shelf(Optional.empty())));
        assertEquals(AlarmRefusal.END_NOT_AHEAD, refused(open, shelf(Optional.of(AT))));
        assertEquals(
                AlarmRefusal.END_TOO_FAR,
                refused(open, shelf(Optional.of(AT.plus(LONGEST).plusMillis(1)))));
    }

    @Test
    void aShelvedAlarmThatBecomesGraverAsksAgainAndOneThatGoesOnDoesNot() {
        Alarm shelved = done(AlarmFixture.after(RAISED), shelf(Optional.of(AT.plusSeconds(1))))
                .alarm();
        assertEquals(
                AlarmState.OPEN_ACTIVE_SHELVED,
                shelved.after(AlarmFixture.event(AlarmEventKind.CONTINUED)).state());
        Alarm graver = shelved.after(AlarmFixture.event(AlarmEventKind.LEVEL_ROSE));
        assertEquals(AlarmState.OPEN_ACTIVE, graver.state());
        assertEquals(Optional.empty(), graver.abeyance());
    }

    @Test
    void anAlarmIsAssignedToSomebodyAndTheLastAssignmentHolds() {
        Alarm first = done(AlarmFixture.after(RAISED), assignment(Optional.of(" Wang ")))
                .alarm();
        assertEquals(Optional.of(new Assignment("Wang", "Li Na", AT, "去现场")), first.assignment());
        assertEquals(AlarmState.OPEN_ACTIVE, first.state());
        Alarm second = done(first, assignment(Optional.of("Zhao"))).alarm();
        assertEquals("Zhao", second.assignment().orElseThrow().to());
        assertEquals(AlarmRefusal.ASSIGNEE_MISSING, refused(first, assignment(Optional.of(" "))));
        assertEquals(AlarmRefusal.ASSIGNEE_MISSING, refused(first, assignment(Optional.empty())));
    }

    @Test
    void whatAPersonSaysOfAnAlarmDoesNotReplaceWhatARuleSaid() {
        Alarm alarm = AlarmFixture.after(RAISED);
        Alarm after = done(alarm, assignment(Optional.of("Wang"))).alarm();
        assertEquals(alarm.words(), after.words());
    }

    @Test
    void onlyANamedCauseSuppressesAndItsEndLetsGo() {
        Alarm open = AlarmFixture.after(RAISED);
        SuppressionCause cause = new SuppressionCause.ByMark("m7/1");
        Alarm hidden = Upkeep.suppress(open, cause, "stop mark m7/1", Optional.empty(), AT)
                .orElseThrow()
                .alarm();
        assertEquals(AlarmState.OPEN_ACTIVE_SUPPRESSED, hidden.state());
        assertEquals(Optional.of("MARK:m7/1"), hidden.abeyance().orElseThrow().cause());
        assertEquals(open.words(), hidden.words(), "the words of the rule stay");
        assertEquals(Optional.empty(), Upkeep.suppress(hidden, cause, "again", Optional.empty(), AT), "once is enough");
        assertEquals(
                AlarmState.OPEN_ACTIVE,
                Upkeep.release(hidden, "decided", AT).orElseThrow().alarm().state());
        assertEquals(Optional.empty(), Upkeep.release(open, "nothing to let go", AT));
        assertEquals(
                AlarmRefusal.NOT_A_PERSONS_ACT,
                refused(open, AlarmOrder.plain(AlarmEventKind.SUPPRESSED, "Li Na", "I do not want it")));
    }

    @Test
    void anAbsenceFromServiceMayHaveAnEndOrNone() {
        Alarm open = AlarmFixture.after(RAISED);
        Alarm out = done(open, AlarmOrder.plain(AlarmEventKind.TAKEN_OUT_OF_SERVICE, "Li Na", "仪器更换"))
                .alarm();
        assertEquals(AlarmState.OPEN_ACTIVE_OUT_OF_SERVICE, out.state());
        assertEquals(Optional.empty(), Upkeep.expire(out, AT.plus(Duration.ofDays(1_000))));
        assertEquals(
                AlarmState.OPEN_ACTIVE,
                done(out, AlarmOrder.plain(AlarmEventKind.RETURNED_TO_SERVICE, "Li Na", "完成"))
                        .alarm()
                        .state());
    }

    private static AlarmOrder shelf(Optional<Instant> until) {
        return new AlarmOrder(AlarmEventKind.SHELVED, "Li Na", "已派员", until, Optional.empty());
    }

    private static AlarmOrder assignment(Optional<String> to) {
        return new AlarmOrder(AlarmEventKind.ASSIGNED, "Li Na", "去现场", Optional.empty(), to);
    }

    private static AlarmChange done(Alarm alarm, String by, String note) {
        return done(alarm, AlarmOrder.plain(ACKNOWLEDGED, by, note));
    }

    private static AlarmChange done(Alarm alarm, AlarmOrder order) {
        return AlarmActing.decide(alarm, order, LONGEST, AT).match(AlarmActing.Done::change, refused -> {
            throw new AssertionError("refused: " + refused.why());
        });
    }

    private static AlarmRefusal refused(Alarm alarm, String by, String note) {
        return refused(alarm, AlarmOrder.plain(ACKNOWLEDGED, by, note));
    }

    private static AlarmRefusal refused(Alarm alarm, AlarmOrder order) {
        return AlarmActing.decide(alarm, order, LONGEST, AT)
                .match(
                        done -> {
                            throw new AssertionError("done: " + done.change());
                        },
                        refused -> {
                            assertEquals(alarm.state(), refused.state());
                            assertEquals(order.event(), refused.event());
                            return refused.why();
                        });
    }
}
