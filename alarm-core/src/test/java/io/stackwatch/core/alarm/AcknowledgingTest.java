package io.stackwatch.core.alarm;

import static io.stackwatch.core.alarm.AlarmEventKind.ACKNOWLEDGED;
import static io.stackwatch.core.alarm.AlarmEventKind.CLEARED;
import static io.stackwatch.core.alarm.AlarmEventKind.RAISED;
import static io.stackwatch.core.alarm.AlarmEventKind.REOPENED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.Acknowledging.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcknowledgingTest {

    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

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
        assertEquals(Reason.NAME_MISSING, refused(open, "", "seen"));
        assertEquals(Reason.NAME_MISSING, refused(open, " \t", "seen"));
        assertEquals(Reason.NOTE_MISSING, refused(open, "Zhang Wei", ""));
        assertEquals(Reason.NOTE_MISSING, refused(open, "Zhang Wei", " \u3000\n"));
        assertEquals(Reason.NAME_MISSING, refused(open, "", ""), "the name is asked for first");
    }

    @Test
    void asSecondItIsRefusedWhetherTheCauseHoldsOrNot() {
        assertEquals(
                Reason.ALREADY_ACKNOWLEDGED, refused(AlarmFixture.after(RAISED, ACKNOWLEDGED), "Li Na", "seen too"));
        assertEquals(
                Reason.ALREADY_ACKNOWLEDGED,
                refused(AlarmFixture.after(RAISED, ACKNOWLEDGED, CLEARED), "Li Na", "seen too"));
    }

    private static AlarmChange done(Alarm alarm, String by, String note) {
        return Acknowledging.decide(alarm, by, note, AT).match(Acknowledging.Done::change, refused -> {
            throw new AssertionError("refused: " + refused.reason());
        });
    }

    private static Reason refused(Alarm alarm, String by, String note) {
        return Acknowledging.decide(alarm, by, note, AT)
                .match(
                        done -> {
                            throw new AssertionError("acknowledged: " + done.change());
                        },
                        Acknowledging.Refused::reason);
    }
}
