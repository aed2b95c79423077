package io.stackwatch.gateway.alarming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.HeardRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is heard of stations and what their hours look like becomes alarms that end by themselves, whichever database is under it. */
abstract class WatchesContract {

    private static final OutletId OUTLET = new OutletId("DA001");
    private static final Instant FIRST = Instant.parse("2026-11-23T20:00:00Z");
    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final RuleParameters PARAMETERS = RuleParameters.load();

    private final List<Long> signalled = new ArrayList<>();
    private final EventSignal signal = new EventSignal();
    private RecordStore store;
    private boolean caughtUp = true;
    private LinkWatch links;
    private PatternWatch patterns;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        signal.subscribe(signalled::add);
        links = new LinkWatch(store, AlarmingCity::registry, PARAMETERS, signal, () -> caughtUp);
        RegistrySnapshot registry = RegistrySnapshot.of(
                new RegisteredFacts(AlarmingCity.rows(), List.of(), List.of(), List.of()), List.of());
        patterns = new PatternWatch(store, () -> registry, PARAMETERS, FlagTable.load(), signal);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aStationThatFallsSilentIsAnAlarmAboutItsOutletUntilItIsHeardAgain() {
        links.fire(START);
        heard(START.plus(Duration.ofMinutes(5)));
        links.fire(minutes(19));
        assertEquals(List.of(), alarms());
        links.fire(minutes(20));
        assertEquals(List.of("OFFLINE BLUE OPEN_ACTIVE"), alarms());
        links.fire(minutes(65));
        assertEquals(List.of("OFFLINE YELLOW OPEN_ACTIVE"), alarms());
        heard(minutes(66));
        links.fire(minutes(67));
        assertEquals(List.of(), alarms());
        assertEquals(3, signalled.size());
    }

    @Test
    void aSecondSilenceOfTheSameHourOpensTheAlarmAgain() {
        links.fire(START);
        heard(minutes(1));
        links.fire(minutes(16));
        heard(minutes(17));
        links.fire(minutes(18));
        assertEquals(List.of(), alarms());
        links.fire(minutes(32));
        assertEquals(List.of("OFFLINE BLUE OPEN_ACTIVE"), alarms());
    }

    @Test
    void nobodyIsSilentWhileWeDidNotListenOrAreBehind() {
        heard(START.minus(Duration.ofDays(2)));
        links.fire(START);
        links.fire(minutes(14));
        assertEquals(List.of(), alarms(), "the silence was ours");
        caughtUp = false;
        links.fire(minutes(15));
        assertEquals(List.of(), alarms(), "it may have been heard");
        caughtUp = true;
        links.fire(minutes(16));
        assertEquals(List.of("OFFLINE BLUE OPEN_ACTIVE"), alarms());
    }

    @Test
    void aStationThatWasNeverHeardIsAnotherMatter() {
        links.fire(START);
        links.fire(START.plus(Duration.ofDays(1)));
        assertEquals(List.of(), alarms());
    }

    @Test
    void fourHoursOfTheSameValueAreAnAlarmUntilAnHourThatDiffers() {
        reported(0, "12", "N");
        reported(1, "12", "N");
        reported(2, "12", "N");
        look(0);
        assertEquals(List.of(), alarms());
        reported(3, "12.0", "N");
        look(1);
        assertEquals(List.of("CONST ORANGE OPEN_ACTIVE"), alarms());
        look(2);
        assertEquals(1, signalled.size(), "a run that goes on is no news");
        reported(4, "13", "N");
        look(3);
        assertEquals(List.of(), alarms());
        assertEquals(0, patterns.failed());
    }

    @Test
    void aValueBelowZeroIsAnAlarmAndOneThatIsMarkedIsNot() {
        reported(0, "-1", "M");
        look(0);
        assertEquals(List.of(), alarms());
        reported(1, "-1", "N");
        look(1);
        assertEquals(List.of("NEG YELLOW OPEN_ACTIVE"), alarms());
    }

    /** The look of a round of its own: rounds are ten minutes apart. */
    private void look(int round) {
        patterns.fire(START.plus(Duration.ofHours(2)).plus(Duration.ofMinutes(10L * round)));
    }

    private void heard(Instant at) {
        store.write(handle -> {
            StationRecords.saveHeard(handle, List.of(new HeardRow("M1", at, 1, at, 1, 1, "")));
            return true;
        });
    }

    private void reported(int hour, String value, String flag) {
        Instant start = FIRST.plus(Duration.ofHours(hour));
        HourReport report = new HourReport(
                new FactorHour(OUTLET, AlarmingCity.SO2, start),
                Optional.of(ReportedNumber.of(value)),
                Optional.empty(),
                Unit.MILLIGRAMS_PER_CUBIC_METRE,
                Optional.of(new DataFlag(flag)),
                Delivery.PROMPT,
                start.plus(Duration.ofHours(1)),
                new EvidenceRef(hour + 1, "0".repeat(64)));
        store.write(handle -> {
            ReportRecords.insert(
                    handle, List.of(new ReportVersion(1, new Mn("M1"), report, start.plus(Duration.ofHours(1)))));
            return true;
        });
    }

    private List<String> alarms() {
        return store.read(handle -> AlarmRecords.activeOf(handle, new AlarmSubject.OfOutlet(OUTLET))).stream()
                .map(WatchesContract::words)
                .toList();
    }

    private static String words(Alarm alarm) {
        return alarm.key().type() + " " + alarm.level() + " " + alarm.state();
    }

    private static Instant minutes(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
