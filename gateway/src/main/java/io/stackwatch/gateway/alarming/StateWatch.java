package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.deadline.WorkingDays;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the rules of the catalogue look at what is stored of every outlet: days, weeks, targets of policies, clocks, settings, repairs. It
 * goes round all outlets, some at each call, and rests until the next round; nothing is remembered but where in a round it is. An
 * outlet that cannot be looked at keeps no other from it. Woken by one thread.
 */
public final class StateWatch implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(StateWatch.class);
    private static final Duration REST = Duration.ofMinutes(30);
    private static final int SOME = 10;

    private final Supplier<RegistrySnapshot> registry;
    private final SeenStates states;
    private final List<StateLook> looks;
    private final Deque<OutletId> waiting = new ArrayDeque<>();
    private final AtomicLong failed = new AtomicLong();
    private Instant nextRound = Instant.MIN;

    public StateWatch(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            WorkingDays calendar,
            EventSignal signal) {
        this.registry = registry;
        this.states = new SeenStates(store, parameters, signal);
        this.looks = List.of(
                new DayLook(registry, parameters),
                new WeekLook(parameters),
                new TargetLook(registry, parameters),
                new ClockLook(registry, parameters),
                new SettingsLook(registry, parameters),
                new RepairLook(parameters, calendar));
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
                states.keep(handle -> seen(handle, outlet, now), now);
            } catch (RuntimeException broken) {
                failed.incrementAndGet();
                LOG.error("outlet={} stored figures cannot be looked at why={}", outlet, broken.getMessage(), broken);
            }
        }
    }

    /** Outlets that could not be looked at, since start. */
    public long failed() {
        return failed.get();
    }

    private List<Seen> seen(Handle handle, OutletId id, Instant now) {
        List<Alarm> active = AlarmRecords.activeOf(handle, new AlarmSubject.OfOutlet(id));
        List<Seen> seen = new ArrayList<>();
        registry.get()
                .registry()
                .outletAt(id, now)
                .ifPresent(outlet -> looks.forEach(look -> seen.addAll(look.of(handle, outlet, active, now))));
        return seen;
    }
}
