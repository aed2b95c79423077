package io.stackwatch.gateway.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmCatalogue;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.Sight;
import io.stackwatch.core.alarm.SightCase;
import io.stackwatch.core.alarm.SightEpisodes;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.integrity.DetectorTable;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.DetectionRow;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.FindingRow;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days of an outlet are examined once they are over, and what is found is kept with its figures and an alarm. */
abstract class DetectionContract {

    private static final OutletId OUTLET = new OutletId("DA001");
    private static final FactorCode SO2 = new FactorCode("a21026");
    private static final RuleParameters PARAMETERS = RuleParameters.load();
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);

    /** The beginning of the 23rd of November 2026 in Shanghai. */
    private static final Instant START = Instant.parse("2026-11-22T16:00:00Z");

    private final List<Long> signalled = new ArrayList<>();
    private final EventSignal signal = new EventSignal();
    private RecordStore store;
    private DetectionDesk desk;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        signal.subscribe(signalled::add);
        desk = new DetectionDesk(store, DetectionContract::registry, PARAMETERS, FlagTable.load(), signal);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDayThatWasCopiedIsFoundWithItsFiguresAndRaisesOneAlarmAboutItsFactor() {
        reported(0, 24, "");
        reported(24, 48, "");
        DetectionRow row = examine(1, hours(61));
        FindingRow finding = row.findings().stream()
                .filter(one -> one.detector().equals("copied"))
                .findFirst()
                .orElseThrow();
        assertEquals(SO2, finding.factor());
        assertTrue(finding.figureCount() >= 24);
        assertTrue(finding.figures().get(0).startsWith("DA001\ta21026\t"));
        assertTrue(finding.parameters().contains("copied.hours=24"));
        assertEquals(List.of("SUSPECT ORANGE"), alarms());
        assertEquals(active().get(0).id().value(), finding.alarm());
        assertTrue(active().get(0).words().contains("copied: "));
        assertEquals(1, signalled.size());
    }

    @Test
    void everyDetectorsAnswerIsKeptAlsoThatItCannotSay() {
        reported(0, 24, "");
        DetectionRow row = examine(0, hours(37));
        assertEquals(
                DetectorTable.load().lines().stream()
                        .filter(line -> line.kind().name().equals("WINDOW"))
                        .count(),
                row.answers().size());
        assertTrue(row.answers().stream().anyMatch(line -> line.startsWith("at-range\tCANNOT_SAY\tNO_RANGE\t")));
        assertEquals(24, row.hours());
        assertEquals(List.of(), alarms());
    }

    @Test
    void examinedAgainADayHasAnotherVersionAndTheSameAlarm() {
        reported(0, 24, "");
        reported(24, 48, "");
        assertEquals(1, examine(1, hours(61)).version());
        assertEquals(2, examine(1, hours(62)).version());
        assertEquals(1, desk.examined(OUTLET, FIRST, FIRST.plusDays(7)).size());
        assertEquals(2, desk.examined(OUTLET, FIRST, FIRST.plusDays(7)).get(0).version());
        assertEquals(List.of("SUSPECT ORANGE"), alarms());
        assertEquals(1, signalled.size(), "nothing new is no news");
    }

    @Test
    void aSuspicionEndsWhenNothingWasFoundForAWeekAndNotBefore() {
        reported(0, 24, "");
        reported(24, 48, "");
        examine(1, hours(61));
        examine(6, hours(181));
        assertEquals(List.of("SUSPECT ORANGE"), alarms());
        examine(9, hours(253));
        assertEquals(List.of(), alarms());
    }

    @Test
    void aFindingIsAddedToTheAlarmOfTheCatalogueThatIsAboutTheSameMatter() {
        reported(0, 24, "");
        reported(24, 48, "12");
        DetectionRow alone = examine(1, hours(61));
        assertTrue(alone.findings().stream().anyMatch(one -> one.detector().equals("constant")), alone::toString);
        Alarm constant = raise("CONST", hours(24), hours(61));
        DetectionRow beside = examine(1, hours(62));
        beside.findings().stream()
                .filter(one -> one.detector().equals("constant"))
                .forEach(one -> assertEquals(constant.id().value(), one.alarm()));
    }

    @Test
    void theSweepExaminesEachDayOnceWhenItsMarksAreFiledAlsoAfterAStart() {
        reported(0, 24, "");
        DetectionSweep sweep = sweep();
        for (int i = 0; i < 6; i++) {
            sweep.fire(hours(36).plus(Duration.ofMinutes(11L * i)));
        }
        assertEquals(0, days(FIRST));
        sweep = sweep();
        for (int i = 0; i < 6; i++) {
            sweep.fire(hours(38).plus(Duration.ofMinutes(11L * i)));
        }
        assertEquals(1, days(FIRST));
        assertEquals(1, desk.examined(OUTLET, FIRST, FIRST).get(0).version());
        DetectionSweep restarted = sweep();
        restarted.fire(hours(40));
        assertEquals(0, restarted.examined());
        assertEquals(0, sweep.failed());
    }

    @Test
    void everyAlarmThatADetectorNamesIsInTheCatalogue() {
        AlarmCatalogue catalogue = AlarmCatalogue.load();
        DetectorTable.load()
                .lines()
                .forEach(line ->
                        assertTrue(catalogue.entry(new AlarmType(line.alarm())).isPresent(), line::toString));
    }

    private DetectionSweep sweep() {
        return new DetectionSweep(store, DetectionContract::registry, PARAMETERS, desk);
    }

    private int days(LocalDate day) {
        return desk.examined(OUTLET, day, day).size();
    }

    private DetectionRow examine(int day, Instant now) {
        return desk.examine(new OutletDay(OUTLET, FIRST.plusDays(day)), now).orElseThrow();
    }

    private Alarm raise(String type, Instant hour, Instant at) {
        AlarmKey key = new AlarmKey(OUTLET, SO2, new AlarmType(type), hour);
        store.write(handle -> AlarmChanges.keep(
                handle,
                List.of(new SightEpisodes()
                        .decide(new SightCase(
                                key,
                                new Sight.Holds(AlarmLevel.ORANGE, AlarmReason.LOOKS_WRONG, "4 h"),
                                hour.plus(Duration.ofHours(23)),
                                Optional.empty(),
                                at))),
                Duration.ofDays(3),
                at));
        return active().stream()
                .filter(alarm -> alarm.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** @param value of every hour; empty: those of a lively day */
    private void reported(int from, int until, String value) {
        List<ReportVersion> versions = new ArrayList<>();
        for (int hour = from; hour < until; hour++) {
            String text = value.isEmpty() ? lively(hour % 24) : value;
            HourReport report = new HourReport(
                    new FactorHour(OUTLET, SO2, hours(hour)),
                    Optional.of(ReportedNumber.of(text)),
                    Optional.empty(),
                    Unit.MILLIGRAMS_PER_CUBIC_METRE,
                    Optional.of(new DataFlag("N")),
                    Delivery.PROMPT,
                    hours(hour + 1),
                    new EvidenceRef(hour + 1, "0".repeat(64)));
            versions.add(new ReportVersion(1, new Mn("M1"), report, hours(hour + 1)));
        }
        store.write(handle -> {
            ReportRecords.insert(handle, versions);
            return true;
        });
    }

    private static String lively(int hour) {
        return (20 + hour * 7 % 11) + "." + (10 + hour * 5 % 24);
    }

    private List<Alarm> active() {
        return store.read(handle -> AlarmRecords.activeOf(handle, new AlarmSubject.OfOutlet(OUTLET)));
    }

    private List<String> alarms() {
        return active().stream()
                .map(alarm -> alarm.key().type() + " " + alarm.level())
                .sorted()
                .toList();
    }

    private static Instant hours(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static RegistrySnapshot registry() {
        Outlet outlet = new Outlet(
                OUTLET,
                new EnterpriseId("E1"),
                "1号锅炉",
                new IndustryCode("D4412"),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                Effective.since(Instant.parse("2026-01-01T00:00:00Z")));
        return RegistrySnapshot.of(
                new RegisteredFacts(RegistryRows.EMPTY.withOutlets(List.of(outlet)), List.of(), List.of(), List.of()),
                List.of());
    }
}
