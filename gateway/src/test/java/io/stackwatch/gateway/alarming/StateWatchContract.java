package io.stackwatch.gateway.alarming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.Sight;
import io.stackwatch.core.deadline.WorkingDays;
import io.stackwatch.core.exceedance.Basis;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.ChangeRow;
import io.stackwatch.gateway.records.ClockRecords;
import io.stackwatch.gateway.records.ClockRow;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.records.VerdictRecords;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored of an outlet becomes alarms of the catalogue; each look is that of a watch that remembers nothing. */
abstract class StateWatchContract {

    private static final OutletId OUTLET = new OutletId("DA001");
    private static final Mn STATION = new Mn("M1");
    private static final RuleParameters PARAMETERS = RuleParameters.load();

    /** Monday the 23rd of November 2026 in Shanghai. */
    private static final Instant MONDAY = Instant.parse("2026-11-22T16:00:00Z");

    private final List<Long> signalled = new ArrayList<>();
    private final EventSignal signal = new EventSignal();
    private RecordStore store;
    private int exchanges;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        signal.subscribe(signalled::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDayAboveItsLimitIsAnAlarmOnceAndEndsWithALaterDay() {
        judged(0, 24, "85", 1, Outcome.WITHIN);
        look(hours(24));
        assertEquals(List.of(), alarms());
        look(hours(25));
        assertEquals(List.of("EX_D BLUE"), alarms());
        look(hours(26));
        assertEquals(1, signalled.size(), "nothing has changed");
        judged(24, 48, "70", 1, Outcome.WITHIN);
        look(hours(49));
        assertEquals(List.of(), alarms());
    }

    @Test
    void aDayWhoseHoursAreRevisedEndsItsAlarm() {
        judged(0, 24, "85", 1, Outcome.WITHIN);
        look(hours(25));
        judged(0, 24, "79", 2, Outcome.WITHIN);
        look(hours(36));
        assertEquals(List.of(), alarms());
    }

    @Test
    void threeExceedingHoursOfAWeekAreForTheCircularAndFewerAreNot() {
        judged(0, 2, "150", 1, Outcome.EXCEEDS);
        look(hours(2));
        assertEquals(List.of(), alarms());
        judged(30, 31, "150", 1, Outcome.EXCEEDS);
        look(hours(31));
        assertEquals(List.of("EX_WEEK3 ORANGE"), alarms());
        judged(30, 31, "50", 2, Outcome.WITHIN);
        look(hours(32));
        assertEquals(List.of(), alarms());
    }

    @Test
    void aWeekEndsWhenItsCircularIsOut() {
        judged(0, 3, "150", 1, Outcome.EXCEEDS);
        look(hours(3));
        look(hours(335));
        assertEquals(List.of("EX_WEEK3 ORANGE"), alarms());
        look(hours(336 + 72));
        assertEquals(List.of(), alarms());
    }

    @Test
    void anHourAboveATargetOfAPolicyIsShownUntilOneIsWithin() {
        judged(0, 1, "36", 1, Outcome.WITHIN);
        look(hours(1), limit("T", "35", Averaging.HOUR, LimitSource.POLICY_TARGET));
        assertEquals(List.of("ULTRA_LOW BLUE"), alarms());
        judged(1, 2, "37", 1, Outcome.WITHIN);
        look(hours(2), limit("T", "35", Averaging.HOUR, LimitSource.POLICY_TARGET));
        assertEquals(1, signalled.size(), "it goes on under its alarm");
        judged(2, 3, "35", 1, Outcome.WITHIN);
        look(hours(3), limit("T", "35", Averaging.HOUR, LimitSource.POLICY_TARGET));
        assertEquals(List.of(), alarms());
    }

    @Test
    void aClockThatIsOffIsAnAlarmUntilItIsRight() {
        clock(0, 61);
        look(hours(1));
        assertEquals(List.of("CLOCK ORANGE"), alarms());
        clock(24, 45);
        look(hours(25));
        assertEquals(List.of("CLOCK ORANGE"), alarms());
        clock(26, -2);
        look(hours(27));
        assertEquals(List.of(), alarms());
    }

    @Test
    void settingsThatChangedAreAnAlarmForAWeekAndTwoOfOneHourAreOne() {
        store.write(handle -> {
            StationRecords.addChanges(
                    handle,
                    List.of(
                            new ChangeRow("M1", "EDITION", 7, hours(0).plusSeconds(5), "2017", "2025"),
                            new ChangeRow("M1", "CHECKSUM", 8, hours(0).plusSeconds(9), "MODBUS", "STANDARD")));
            return true;
        });
        look(hours(1));
        assertEquals(List.of("PARAM_CHANGE ORANGE"), alarms());
        look(hours(167));
        assertEquals(List.of("PARAM_CHANGE ORANGE"), alarms());
        look(hours(169));
        assertEquals(List.of(), alarms());
        assertEquals(2, signalled.size());
    }

    @Test
    void dataThatAreMarkedForMoreThanFiveWorkingDaysAreOverdueUntilTheyAreNormal() {
        AlarmKey flagged = new AlarmKey(OUTLET, AlarmingCity.SO2, AlarmType.FLAGGED_LONG, MONDAY);
        see(flagged, new Sight.Holds(AlarmLevel.YELLOW, AlarmReason.LOOKS_WRONG, "25 h"), hours(25));
        look(hours(7 * 24 + 23));
        assertEquals(List.of("FLAG_LONG YELLOW"), alarms(), "Tuesday to Friday and Monday are five");
        look(hours(9 * 24));
        assertEquals(List.of("FLAG_LONG YELLOW", "REPAIR_5D ORANGE"), alarms());
        see(flagged, new Sight.Over(AlarmReason.LOOKS_RIGHT, ""), hours(9 * 24 + 1));
        look(hours(9 * 24 + 2));
        assertEquals(List.of(), alarms());
    }

    private void look(Instant now, Limit... others) {
        List<Limit> limits = new ArrayList<>(List.of(others));
        limits.add(limit("D", "80", Averaging.DAY, LimitSource.PERMIT));
        RegistrySnapshot registry =
                RegistrySnapshot.of(new RegisteredFacts(AlarmingCity.rows(), List.of(), List.of(), limits), List.of());
        StateWatch watch = new StateWatch(store, () -> registry, PARAMETERS, WorkingDays.load(), signal);
        watch.fire(now);
        assertEquals(0, watch.failed());
    }

    private void see(AlarmKey key, Sight sight, Instant now) {
        new SeenStates(store, PARAMETERS, signal)
                .keep(handle -> List.of(new Seen(key, sight, key.firstHour(), true, false)), now);
    }

    private void judged(int from, int until, String value, int version, Outcome outcome) {
        List<VerdictRow> rows = new ArrayList<>();
        for (int hour = from; hour < until; hour++) {
            rows.add(row(hours(hour), value, version, outcome));
        }
        store.write(handle -> {
            VerdictRecords.insert(handle, rows);
            return true;
        });
    }

    private static VerdictRow row(Instant start, String value, int version, Outcome outcome) {
        Fraction figure = Fraction.of(new BigDecimal(value));
        BigDecimal allowed = new BigDecimal("100");
        return new VerdictRow(
                new FactorHour(OUTLET, AlarmingCity.SO2, start),
                version,
                outcome,
                Optional.empty(),
                "",
                Optional.of(figure),
                Optional.of(Basis.LOGGER_CONVERTED),
                Optional.empty(),
                outcome == Outcome.EXCEEDS ? Optional.of(figure.excessOver(allowed)) : Optional.empty(),
                Optional.of(new LimitId("H")),
                Optional.of(new Concentration(allowed)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                1,
                start.plus(Duration.ofHours(1)),
                List.of());
    }

    private void clock(int hour, int seconds) {
        exchanges++;
        store.write(handle -> {
            handle.execute(
                    """
                    INSERT INTO exchange (id, station, qn, system_code, command, content, ordered_by, reason, priority, edition,
                      pattern, two_people, patience, answer_within, resends, result_within, longest, state, ordered_at, expires_at,
                      attempts, data_frames, deviations, version)
                    VALUES (?, 'M1', ?, '31', 1011, '', 'machine', '', 'LOW', '2017', '', 0, 0, 0, 0, 0, 0, '', 0, 0, 0, 0, '', 1)""",
                    exchanges,
                    String.valueOf(exchanges));
            ClockRecords.add(
                    handle,
                    new ClockRow(STATION, hours(hour), "", Duration.ofSeconds(seconds), new ExchangeId(exchanges), 1));
            return true;
        });
    }

    private List<String> alarms() {
        List<Alarm> active = store.read(handle -> AlarmRecords.activeOf(handle, new AlarmSubject.OfOutlet(OUTLET)));
        return active.stream()
                .map(alarm -> alarm.key().type() + " " + alarm.level())
                .sorted()
                .toList();
    }

    private static Instant hours(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }

    private static Limit limit(String id, String allowed, Averaging averaging, LimitSource source) {
        return new Limit(
                new LimitId(id),
                new LimitScope.OfOutlet(OUTLET),
                AlarmingCity.SO2,
                Concentration.of(allowed),
                Optional.empty(),
                averaging,
                source,
                "示例",
                "",
                Effective.since(Instant.parse("2025-12-31T16:00:00Z")),
                Verification.DESIGN);
    }
}
