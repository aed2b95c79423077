package io.stackwatch.gateway.counting;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.RateCase;
import io.stackwatch.core.alarm.RateEpisodes;
import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.AlarmEventRecords;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Brings the rates of outlets to the alarm RATE_LOW of their month, and keeps what the core decides. */
public final class RateAlarms implements RateWatch {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RecordStore store;
    private final RuleParameters parameters;
    private final EventSignal signal;
    private final RateEpisodes rule = new RateEpisodes();

    public RateAlarms(RecordStore store, RuleParameters parameters, EventSignal signal) {
        this.store = store;
        this.parameters = parameters;
        this.signal = signal;
    }

    @Override
    public void counted(List<OutletDay> days, Instant asOf) {
        Map<YearMonth, TreeSet<OutletId>> months = new TreeMap<>();
        days.forEach(day -> months.computeIfAbsent(YearMonth.from(day.day()), month -> new TreeSet<>())
                .add(day.outlet()));
        List<RateCase> cases = store.read(handle -> {
            List<RateCase> found = new ArrayList<>();
            months.forEach(
                    (month, outlets) -> outlets.forEach(outlet -> found.add(facts(handle, outlet, month, asOf))));
            return found;
        });
        List<EpisodeDecision> decisions = cases.stream()
                .map(facts -> rule.decide(facts, CountParameters.at(parameters, facts.firstHour())))
                .filter(decision -> !decision.changes().isEmpty())
                .toList();
        if (!decisions.isEmpty()) {
            signal.committed(store.write(handle -> keep(handle, decisions, asOf)));
        }
    }

    private RateCase facts(Handle handle, OutletId outlet, YearMonth month, Instant asOf) {
        Instant first = month.atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        Instant over = asOf.minus(parameters.duration("receipt.grace", first));
        Map<FactorCode, Counts> counted = new TreeMap<>();
        DayCountRecords.sumsOf(
                handle,
                outlet,
                month.atDay(1),
                month.atEndOfMonth(),
                Variant.FINAL,
                (one, factor, line) -> counted.put(factor, line.counts()));
        Counts counts = counted.values().stream().reduce(Counts.NONE, Counts::plus);
        RateCase without = new RateCase(
                outlet,
                first,
                (over.isBefore(end) ? over : end).minus(HOUR),
                counts,
                counted.size(),
                Optional.empty(),
                parameters.duration("rate.alarm-from-hours", first),
                asOf);
        Optional<Alarm> alarm = AlarmRecords.find(handle, AlarmId.of(RateEpisodes.key(without)));
        return new RateCase(outlet, first, without.lastHour(), counts, counted.size(), alarm, without.quiet(), asOf);
    }

    /** Answers the number of the last event. */
    private long keep(Handle handle, List<EpisodeDecision> decisions, Instant now) {
        Duration backlog = parameters.duration("notice.backlog-older-than", now);
        long number = AlarmEventRecords.last(handle);
        List<Alarm> alarms = new ArrayList<>();
        List<NumberedEvent> events = new ArrayList<>();
        for (EpisodeDecision decision : decisions) {
            for (AlarmChange change : decision.changes()) {
                alarms.add(change.alarm());
                int last = change.events().size() - 1;
                for (int i = 0; i <= last; i++) {
                    Optional<NotifyDecision> told =
                            i == last ? Optional.of(NotifyDecision.on(change, backlog, now)) : Optional.empty();
                    events.add(new NumberedEvent(
                            ++number, change.alarm().id(), change.events().get(i), told));
                }
            }
        }
        AlarmRecords.save(handle, alarms);
        AlarmEventRecords.insert(handle, events);
        return number;
    }
}
