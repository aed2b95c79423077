package io.stackwatch.gateway.alarming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.forecast.LoggedMinutes;
import io.stackwatch.gateway.history.MemoryReadingLog;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.HeardRow;
import io.stackwatch.gateway.records.LatestReading;
import io.stackwatch.gateway.records.LatestReadings;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plants are warned before an hour exceeds, from eight o'clock on; limit of sulphur dioxide 100 mg/m3, as measured. */
abstract class WarningWatchContract {

    private static final OutletId ONE = new OutletId("DA001");
    private static final OutletId TWO = new OutletId("DA002");
    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final RuleParameters PARAMETERS = RuleParameters.load();

    private final List<Long> signalled = new ArrayList<>();
    private final EventSignal signal = new EventSignal();
    private final Asked history = new Asked();
    private RecordStore store;
    private WarningWatch watch;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        signal.subscribe(signalled::add);
        restart(10);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPlantIsWarnedOnceAgainWhenItGrowsGraverAndNotAnyMoreWhenTheHourIsOver() {
        come(ONE, 0, 20, "150");
        watch.fire(minute(20));
        assertEquals(List.of("EX_PRE_RT BLUE"), alarms(ONE));
        come(ONE, 20, 30, "150");
        watch.fire(minute(30));
        assertEquals(List.of("EX_PRE_H BLUE", "EX_PRE_RT BLUE"), alarms(ONE));
        int told = signalled.size();
        come(ONE, 30, 32, "150");
        watch.fire(minute(32));
        assertEquals(told, signalled.size(), "a warning that goes on is no news");
        come(ONE, 32, 41, "150");
        restart(10);
        watch.fire(minute(41));
        assertEquals(List.of("EX_PRE_H YELLOW", "EX_PRE_RT BLUE"), alarms(ONE));
        come(ONE, 41, 60, "150");
        restart(10);
        heard(ONE, minute(60));
        watch.fire(minute(60));
        assertEquals(List.of("EX_PRE_RT BLUE"), alarms(ONE), "minutes go on over the hour");
        come(ONE, 60, 65, "10");
        watch.fire(minute(65));
        assertEquals(List.of(), alarms(ONE));
        assertEquals(0, watch.failed());
    }

    @Test
    void aPlantThatFallsSilentIsNotWarnedForever() {
        come(ONE, 0, 10, "95");
        watch.fire(minute(10));
        assertEquals(List.of("EX_PRE_RT BLUE"), alarms(ONE));
        watch.fire(minute(39));
        assertEquals(List.of("EX_PRE_RT BLUE"), alarms(ONE));
        watch.fire(minute(75));
        assertEquals(List.of(), alarms(ONE));
    }

    @Test
    void onlyOutletsThatWereHeardInTheHourAreAskedFor() {
        come(ONE, 0, 10, "10");
        watch.fire(minute(10));
        assertEquals(List.of(ONE), history.asked);
        assertEquals(0, watch.skipped());
    }

    @Test
    void whoIsNearTheLimitComesFirstAndTheOthersWaitInTurnAndAreCounted() {
        restart(1);
        come(ONE, 0, 10, "10");
        come(TWO, 0, 10, "10");
        realTime(TWO, "99");
        watch.fire(minute(10));
        assertEquals(List.of(TWO), history.asked);
        assertEquals(1, watch.skipped());
        realTime(TWO, "10");
        watch.fire(minute(11));
        watch.fire(minute(12));
        assertEquals(List.of(TWO, ONE, TWO), history.asked);
        assertEquals(3, watch.looked());
        assertEquals(3, watch.skipped());
    }

    @Test
    void aLogThatCannotBeAskedEndsTheSweepAndTheNextOneGoesOn() {
        come(ONE, 0, 10, "95");
        come(TWO, 0, 10, "95");
        history.down = true;
        watch.fire(minute(10));
        assertEquals(1, watch.failed());
        assertEquals(1, history.asked.size());
        history.down = false;
        watch.fire(minute(11));
        assertEquals(List.of("EX_PRE_RT BLUE"), alarms(ONE));
        assertEquals(List.of("EX_PRE_RT BLUE"), alarms(TWO));
    }

    private void restart(int most) {
        RegistrySnapshot registry = RegistrySnapshot.of(
                new RegisteredFacts(AlarmingCity.rows(), List.of(), List.of(), List.of(limit(ONE), limit(TWO))),
                List.of());
        watch = new WarningWatch(
                store,
                () -> registry,
                new LoggedMinutes(history, () -> registry, FlagTable.load()),
                PARAMETERS,
                signal,
                most);
    }

    private static Limit limit(OutletId outlet) {
        return new Limit(
                new LimitId("P" + outlet.value()),
                new LimitScope.OfOutlet(outlet),
                AlarmingCity.SO2,
                Concentration.of("100"),
                Optional.empty(),
                Averaging.HOUR,
                LimitSource.PERMIT,
                "91371500示例001P",
                "",
                Effective.since(Instant.parse("2025-12-31T16:00:00Z")),
                Verification.DESIGN);
    }

    private void come(OutletId outlet, int from, int until, String value) {
        List<ReadingLog.Entry> entries = new ArrayList<>();
        for (int i = from; i < until; i++) {
            entries.add(new ReadingLog.Entry(
                    outlet,
                    new Reading(
                            mn(outlet),
                            AlarmingCity.SO2,
                            Span.MINUTE,
                            minute(i),
                            Statistic.AVG,
                            value,
                            new BigDecimal(value),
                            Unit.MILLIGRAMS_PER_CUBIC_METRE,
                            Optional.empty())));
        }
        history.write(entries);
        heard(outlet, minute(until));
    }

    private void heard(OutletId outlet, Instant at) {
        store.write(handle -> {
            StationRecords.saveHeard(handle, List.of(new HeardRow(mn(outlet).value(), at, 1, at, 1, 1, "")));
            return true;
        });
    }

    private void realTime(OutletId outlet, String value) {
        LatestReadings readings = new LatestReadings();
        readings.take(new LatestReading(
                AlarmingCity.SO2,
                Statistic.RTD,
                value,
                Unit.MILLIGRAMS_PER_CUBIC_METRE,
                Optional.empty(),
                minute(10),
                1));
        store.write(handle -> {
            LatestReadings.save(handle, Map.of(outlet, readings));
            return true;
        });
    }

    private List<String> alarms(OutletId outlet) {
        List<Alarm> active = store.read(handle -> AlarmRecords.activeOf(handle, new AlarmSubject.OfOutlet(outlet)));
        assertTrue(active.stream().allMatch(alarm -> alarm.key().factor().equals(AlarmingCity.SO2)));
        return active.stream()
                .map(alarm -> alarm.key().type() + " " + alarm.level())
                .sorted()
                .toList();
    }

    private static Mn mn(OutletId outlet) {
        return new Mn(outlet.equals(ONE) ? "M1" : "M2");
    }

    private static Instant minute(int minute) {
        return EIGHT.plus(Duration.ofMinutes(minute));
    }

    /** A log that says for whom it was asked, and may be down. */
    private static final class Asked implements ReadingLog {

        private final MemoryReadingLog log = new MemoryReadingLog();
        private final List<OutletId> asked = new ArrayList<>();
        private boolean down;

        @Override
        public void write(List<Entry> batch) {
            log.write(batch);
        }

        @Override
        public Series series(Figure figure, Instant from, Instant until, int maxPoints) {
            return log.series(figure, from, until, maxPoints);
        }

        @Override
        public List<Latest> latest(OutletId outlet, Span span, Instant since) {
            asked.add(outlet);
            if (down) {
                throw new Unavailable("down", new IllegalStateException("down"));
            }
            return log.latest(outlet, span, since);
        }

        @Override
        public void forget(Span span, Instant before) {
            log.forget(span, before);
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
