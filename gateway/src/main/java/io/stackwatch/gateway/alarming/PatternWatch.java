package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.PatternCase;
import io.stackwatch.core.alarm.PatternEpisodes;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.integrity.DetectorTable;
import io.stackwatch.core.integrity.HourDetector;
import io.stackwatch.core.integrity.HourDetectors;
import io.stackwatch.core.integrity.SeenHour;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.notice.FiledMark;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the detectors look at the newest hours of every factor. It goes round all outlets, some at each call, and rests until the next round; nothing
 * is remembered but where in a round it is. An outlet that cannot be looked at keeps no other from it. Woken by one thread.
 */
public final class PatternWatch implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(PatternWatch.class);
    private static final Duration REST = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Hours that detectors look back: more than the longest run that they take. */
    private static final int HOURS = 36;

    private static final int SOME = 20;

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final FlagTable flags;
    private final EventSignal signal;
    private final PatternEpisodes rule = new PatternEpisodes();
    private final DetectorTable table = DetectorTable.load();
    private final Deque<OutletId> waiting = new ArrayDeque<>();
    private final AtomicLong failed = new AtomicLong();
    private Instant nextRound = Instant.MIN;

    public PatternWatch(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            FlagTable flags,
            EventSignal signal) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.flags = flags;
        this.signal = signal;
    }

    @Override
    public void fire(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        if (waiting.isEmpty()) {
            if (now.isBefore(nextRound)) {
                return;
            }
            nextRound = now.plus(REST);
            registry.get().registry().outletIds().stream()
                    .sorted(Comparator.comparing(OutletId::value))
                    .forEach(waiting::add);
        }
        for (int i = 0; i < SOME && !waiting.isEmpty(); i++) {
            OutletId outlet = waiting.remove();
            try {
                look(outlet, now);
            } catch (RuntimeException broken) {
                failed.incrementAndGet();
                LOG.error("outlet={} detectors cannot look why={}", outlet, broken.getMessage(), broken);
            }
        }
    }

    /** Outlets that could not be looked at, since start. */
    public long failed() {
        return failed.get();
    }

    private void look(OutletId outlet, Instant now) {
        if (!store.read(handle -> decisions(handle, outlet, now)).isEmpty()) {
            store.write(handle -> AlarmChanges.keep(
                            handle,
                            decisions(handle, outlet, now),
                            parameters.duration("notice.backlog-older-than", now),
                            now))
                    .ifPresent(signal::committed);
        }
    }

    private List<EpisodeDecision> decisions(Handle handle, OutletId outlet, Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.HOURS);
        List<OutletHour> hours = new ArrayList<>();
        for (int i = HOURS; i > 0; i--) {
            hours.add(new OutletHour(outlet, end.minus(HOUR.multipliedBy(i))));
        }
        Map<FactorHour, ReportVersion> reports = ReportRecords.latest(handle, hours);
        if (reports.isEmpty()) {
            return List.of();
        }
        List<FiledMark> marks = FiledMarks.behind(handle, outlet, hours.get(0).start());
        Map<FactorCode, List<HourReport>> byFactor = new TreeMap<>();
        reports.values().stream()
                .map(ReportVersion::report)
                .sorted(Comparator.comparing(
                        (HourReport report) -> report.hour().start()))
                .forEach(report -> byFactor.computeIfAbsent(report.hour().factor(), factor -> new ArrayList<>())
                        .add(report));
        List<Alarm> active = AlarmRecords.activeOf(handle, new AlarmSubject.OfOutlet(outlet));
        List<EpisodeDecision> decisions = new ArrayList<>();
        byFactor.forEach((factor, of) -> {
            List<SeenHour> seen = of.stream().map(report -> seen(report, marks)).toList();
            HourReport newest = of.get(of.size() - 1);
            for (HourDetector detector : HourDetectors.IN_FORCE) {
                if (detector.factors().isEmpty() || detector.factors().contains(factor.value())) {
                    EpisodeDecision decision = decide(handle, detector, seen, newest, active, now);
                    if (decision.kind() != EpisodeDecision.Kind.NOTHING_NEW) {
                        decisions.add(decision);
                    }
                }
            }
        });
        return decisions;
    }

    private EpisodeDecision decide(
            Handle handle,
            HourDetector detector,
            List<SeenHour> seen,
            HourReport newest,
            List<Alarm> active,
            Instant now) {
        FactorHour hour = newest.hour();
        AlarmType type = new AlarmType(detector.code());
        Optional<InstrumentRange> range = registry.get().rangeOf(hour, newest.unit());
        Optional<HourDetector.Run> run = detector.now(
                seen,
                new HourDetector.Terms(
                        numbers(hour.start()),
                        range.flatMap(InstrumentRange::least),
                        range.map(InstrumentRange::most)));
        Optional<Alarm> alarm = active.stream()
                .filter(one ->
                        one.key().type().equals(type) && one.key().factor().equals(hour.factor()))
                .findFirst()
                .or(() -> run.flatMap(found -> AlarmRecords.find(
                        handle, AlarmId.of(new AlarmKey(hour.outlet(), hour.factor(), type, found.first())))));
        AlarmLevel level = AlarmLevel.valueOf(table.of(detector.code()).level());
        return rule.decide(new PatternCase(hour.outlet(), hour.factor(), type, run, hour.start(), level, alarm, now));
    }

    private HourDetector.Numbers numbers(Instant hour) {
        return new HourDetector.Numbers() {
            @Override
            public BigDecimal decimal(String name) {
                return parameters.decimal(name, hour);
            }

            @Override
            public Duration duration(String name) {
                return parameters.duration(name, hour);
            }
        };
    }

    private SeenHour seen(HourReport report, List<FiledMark> marks) {
        Window window = report.hour().window();
        boolean explained = marks.stream()
                .anyMatch(mark -> !mark.span().overlap(window).isZero()
                        && (mark.factors().isEmpty()
                                || mark.factors().contains(report.hour().factor())));
        return new SeenHour(
                report.hour().start(),
                report.avg().map(ReportedNumber::number),
                report.flag().map(DataFlag::letters).orElse(""),
                report.flag().map(flags::usable).orElse(true),
                explained);
    }
}
