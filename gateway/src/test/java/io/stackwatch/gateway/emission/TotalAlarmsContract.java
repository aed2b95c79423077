package io.stackwatch.gateway.emission;

import static io.stackwatch.gateway.emission.EmissionCity.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.gateway.records.AlarmQuery;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From recorded hours and permits to EX_TOTAL, on a timeline; the same on every database. */
abstract class TotalAlarmsContract {

    private static final String HEAD = "enterprise,outlet,factor,tonnes,first_day,last_day,document,mark";

    @TempDir
    Path folder;

    private final List<Long> told = new ArrayList<>();
    private final EventSignal signal = new EventSignal();
    private EmissionCity city;
    private TotalAlarms alarms;

    abstract StoreOptions fresh();

    // 1 Nov 00:00 to 11 Nov 00:00, every hour: 480 kg of DA001 and 720 kg of DA002
    @BeforeEach
    void open() throws Exception {
        city = new EmissionCity(fresh(), folder.resolve("sheets"), "2026-11-11T01:00:00")
                .hours("DA001", "2026-11-01T00:00", 240, 2)
                .hours("DA002", "2026-11-01T00:00", 240, 3);
        signal.subscribe(told::add);
        alarms = city.totalAlarms(signal);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aPermitOfAnEnterpriseAndOneOfAnOutletHaveEachTheirAlarm() throws Exception {
        permitted(
                "E1,,a21026,1.3,2026-11-01,2026-12-31,permit 1,VERIFIED",
                "E1,DA001,a21026,0.48,2026-11-01,2026-11-30,permit 2,VERIFIED");
        look("2026-11-11T01:00:00");
        assertEquals(
                List.of(
                        "ENTERPRISE E1 YELLOW 1.200 t of 1.3 t permitted from 2026-11-01 to 2026-12-31 (permit 1): 92.30 %;"
                                + " measured 1.200 t in 480 h, substituted 0.000 t in 0 h, lost 0 h; total.warning-from 90 %",
                        "OUTLET DA001 RED 0.480 t of 0.48 t permitted from 2026-11-01 to 2026-11-30 (permit 2): 100.00 %;"
                                + " measured 0.480 t in 240 h, substituted 0.000 t in 0 h, lost 0 h; total.reached-from 100 %"),
                active());
        assertEquals(at("2026-11-01T00:00:00"), all().get(0).firstHour());
        assertEquals(at("2026-11-11T00:00:00"), all().get(0).lastHour());
        assertEquals(2, told.size());
    }

    @Test
    void anAlarmIsRaisedOnceRisesAndEndsWhenThePermitIsLarger() throws Exception {
        permitted("E1,,a21026,1.3,2026-11-01,2026-12-31,permit 1,VERIFIED");
        look("2026-11-11T01:00:00");
        look("2026-11-11T02:00:00");
        assertEquals(1, told.size(), "the same again is no news");
        city.hours("DA001", "2026-11-11T00:00", 48, 2).hours("DA002", "2026-11-11T00:00", 48, 3);
        look("2026-11-13T01:00:00");
        assertEquals("RED", all().get(0).level().name());
        assertEquals(1, all().size());
        permitted("E1,,a21026,13,2026-11-01,2026-12-31,permit 1 as changed,VERIFIED");
        look("2026-11-13T02:00:00");
        assertEquals(AlarmReason.TOTAL_BELOW, ended());
        assertEquals(3, told.size());
    }

    @Test
    void belowTheWarningThereIsNothing() throws Exception {
        permitted(
                "E1,,a21026,1.34,2026-11-01,2026-12-31,permit 1,VERIFIED",
                "E1,DA001,a21026,1,2027-01-01,2027-12-31,permit 2,VERIFIED");
        look("2026-11-11T01:00:00");
        assertEquals(List.of(), all());
    }

    @Test
    void whenTheLastMonthOfAPermitIsFrozenItsAlarmEnds() throws Exception {
        permitted("E1,DA001,a21026,0.5,2026-11-01,2026-11-10,permit 1,VERIFIED");
        look("2026-11-11T01:00:00");
        look("2026-12-10T23:59:00");
        assertEquals(1, active().size());
        look("2026-12-11T00:00:00");
        assertEquals(AlarmReason.PERIOD_CLOSED, ended());
        look("2026-12-12T00:00:00");
        assertEquals(2, told.size());
    }

    @Test
    void anAlarmWhosePermitIsTakenOutOfTheRegistryEnds() throws Exception {
        permitted("E1,,a21026,1.3,2026-11-01,2026-12-31,permit 1,VERIFIED");
        look("2026-11-11T01:00:00");
        city.store.write(handle -> handle.execute("DELETE FROM permitted_total"));
        permitted();
        look("2026-11-11T02:00:00");
        assertEquals(AlarmReason.PERMIT_GONE, ended());
    }

    private void permitted(String... rows) throws Exception {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        lines.addAll(List.of(rows));
        city.sheet("permitted-totals", lines.toArray(String[]::new)).takeOver();
    }

    private void look(String now) {
        city.recordedUntil(now);
        alarms.fire(at(now));
    }

    private List<Alarm> all() {
        return city.view().alarms(AlarmQuery.all().withType(AlarmType.TOTAL)).rows().stream()
                .map(AlarmRow::alarm)
                .toList();
    }

    private AlarmReason ended() {
        return all().get(0).clearing().orElseThrow().reason();
    }

    private List<String> active() {
        return all().stream()
                .filter(Alarm::active)
                .map(alarm -> alarm.key().subject().kind() + " "
                        + alarm.key().subject().id() + " " + alarm.level() + " " + alarm.words())
                .sorted()
                .toList();
    }
}
