package io.stackwatch.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dead link hides its symptoms, and a filed mark of a stop hides that no data come; nothing else hides anything. */
class ExplanationsTest {

    private static final Explanations RULES = Explanations.load();
    private static final Instant HOUR = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NOW = HOUR.plusSeconds(7_500);
    private static final FactorCode SO2 = new FactorCode("a21026");

    @Test
    void aDeadLinkHidesMissingDataOfItsOutletWhileItIsDead() {
        Alarm missing = alarm("DA001", AlarmType.DATA_MISSING, SO2, HOUR);
        Alarm dead = alarm("DA001", new AlarmType("OFFLINE"), FactorCode.ALL, HOUR);
        assertEquals("alarm " + dead.id() + " OFFLINE", why(missing, List.of(missing, dead), List.of()));
        assertEquals("-", why(missing, List.of(missing), List.of()), "without it nothing is hidden");
        assertEquals("-", why(missing, List.of(ended(dead)), List.of()), "the link is back");
        assertEquals(
                "-",
                why(missing, List.of(alarm("DA002", new AlarmType("OFFLINE"), FactorCode.ALL, HOUR)), List.of()),
                "another outlet's");
        assertEquals("-", why(dead, List.of(missing, dead), List.of()), "a symptom hides no cause");
    }

    @Test
    void aLinkThatDiedLongBehindTheMissingHourIsNotItsCause() {
        Alarm missing = alarm("DA001", AlarmType.DATA_MISSING, SO2, HOUR);
        Instant edge = HOUR.plus(Duration.ofHours(1));
        assertEquals(
                "alarm",
                why(missing, List.of(alarm("DA001", new AlarmType("OFFLINE"), FactorCode.ALL, edge)), List.of())
                        .substring(0, 5));
        Alarm later = alarm("DA001", new AlarmType("OFFLINE"), FactorCode.ALL, edge.plusSeconds(3_600));
        assertEquals("-", why(missing, List.of(later), List.of()));
    }

    @Test
    void aFiledStopHidesMissingDataForItsTimeAndNotAMomentLonger() {
        Alarm missing = alarm("DA001", AlarmType.DATA_MISSING, SO2, HOUR);
        FiledMark stop = mark("DA001", "STOP", Set.of(), HOUR, NOW.plusMillis(1));
        assertEquals("mark M-1/1 STOP", why(missing, List.of(), List.of(stop)));
        assertEquals(
                Optional.of(NOW.plusMillis(1)),
                RULES.of(missing, List.of(), List.of(stop), NOW).orElseThrow().until());
        FiledMark over = mark("DA001", "STOP", Set.of(), HOUR, NOW);
        assertEquals("-", why(missing, List.of(), List.of(over)));
    }

    @Test
    void aMarkOfAnotherKindOutletFactorOrTimeHidesNothing() {
        Alarm missing = alarm("DA001", AlarmType.DATA_MISSING, SO2, HOUR);
        Instant end = NOW.plusSeconds(3_600);
        assertEquals("-", why(missing, List.of(), List.of(mark("DA001", "ACCIDENT", Set.of(), HOUR, end))));
        assertEquals("-", why(missing, List.of(), List.of(mark("DA002", "STOP", Set.of(), HOUR, end))));
        FactorCode other = new FactorCode("a21002");
        assertEquals("-", why(missing, List.of(), List.of(mark("DA001", "EQUIPMENT_STOP", Set.of(other), HOUR, end))));
        assertEquals(
                "mark M-1/1 EQUIPMENT_STOP",
                why(missing, List.of(), List.of(mark("DA001", "EQUIPMENT_STOP", Set.of(SO2), HOUR, end))));
        assertEquals("-", why(missing, List.of(), List.of(mark("DA001", "STOP", Set.of(), NOW.plusSeconds(1), end))));
    }

    @Test
    void anExceedanceIsNeverHiddenByAMark() {
        Alarm exceeds = alarm("DA001", AlarmType.HOUR_EXCEEDANCE, SO2, HOUR);
        List<FiledMark> marks = new ArrayList<>();
        for (String kind : List.of("STOP", "EQUIPMENT_STOP", "MAINTENANCE", "CALIBRATION", "FAULT", "START_UP_COLD")) {
            marks.add(mark("DA001", kind, Set.of(), HOUR, NOW.plusSeconds(3_600)));
        }
        Alarm dead = alarm("DA001", new AlarmType("OFFLINE"), FactorCode.ALL, HOUR);
        assertEquals("-", why(exceeds, List.of(dead), marks));
    }

    private static String why(Alarm alarm, List<Alarm> active, List<FiledMark> marks) {
        return RULES.of(alarm, active, marks, NOW)
                .map(Explanations.Explanation::words)
                .orElse("-");
    }

    private static FiledMark mark(String outlet, String kind, Set<FactorCode> factors, Instant from, Instant until) {
        return new FiledMark("M-1/1", new OutletId(outlet), kind, factors, new Window(from, until));
    }

    private static Alarm alarm(String outlet, AlarmType type, FactorCode factor, Instant hour) {
        return Alarm.begin(event(new AlarmKey(new OutletId(outlet), factor, type, hour), AlarmEventKind.RAISED));
    }

    private static Alarm ended(Alarm alarm) {
        return alarm.after(event(alarm.key(), AlarmEventKind.CLEARED));
    }

    private static AlarmEvent event(AlarmKey key, AlarmEventKind kind) {
        return new AlarmEvent(
                key,
                kind,
                NOW,
                key.firstHour(),
                key.firstHour(),
                AlarmLevel.YELLOW,
                AlarmReason.DATA_MISSING,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }
}
