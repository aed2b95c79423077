package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.notice.Escalation;
import io.stackwatch.core.notice.EscalationStep;
import io.stackwatch.core.notice.EscalationTimer;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.core.notice.NotifyDecision.Occasion;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.gateway.records.AlarmEventRecords;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TellingRecords;
import io.stackwatch.gateway.records.TimerRecords;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alarms to people. Woken, it ends what was put aside for a time, looks at the events of alarms that came since it looked last and at what
 * explains alarms, and takes the steps of escalation that are due: all from rows, so that a restart and a wake-up that did not come are made up for.
 *
 * <p>The place up to which events were looked at, the timers, the decisions and the notices of a batch are one transaction: a crash tells nobody
 * twice and forgets nobody. One event or timer that cannot be handled keeps no other from being handled. Events from before it ran for the first
 * time are not told. Woken by one thread.
 */
public final class AlarmingSweep implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmingSweep.class);
    private static final String EVENTS = "events";
    private static final String MARKS = "marks";
    private static final int BATCH = 200;

    private final RecordStore store;
    private final Supplier<Registry> registry;
    private final AlarmingTables tables;
    private final AlarmWords words;
    private final EventSignal signal;
    private final Explaining explaining;
    private final Escalation escalation;
    private final AtomicLong failed = new AtomicLong();

    public AlarmingSweep(
            RecordStore store,
            Supplier<Registry> registry,
            AlarmingTables tables,
            AlarmWords words,
            EventSignal signal) {
        this.store = store;
        this.registry = registry;
        this.tables = tables;
        this.words = words;
        this.signal = signal;
        this.explaining = new Explaining(tables);
        this.escalation = tables.escalation();
    }

    @Override
    public void fire(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        long before = store.read(AlarmEventRecords::last);
        begin();
        if (!store.read(handle -> AlarmRecords.expired(handle, now, 1)).isEmpty()) {
            store.write(handle -> explaining.look(handle, explaining.expire(handle, now), now));
        }
        if (store.read(handle -> TellingRecords.place(handle, MARKS)
                .filter(place -> place == MarkRecords.lastAct(handle))
                .isEmpty())) {
            marked(now);
        }
        events(now);
        due(now);
        long last = store.read(AlarmEventRecords::last);
        if (last > before) {
            signal.committed(last);
        }
    }

    /** Events and timers that could not be handled, since start. */
    public long failed() {
        return failed.get();
    }

    private void begin() {
        if (store.read(handle -> TellingRecords.place(handle, EVENTS)).isEmpty()) {
            store.write(handle -> {
                TellingRecords.place(handle, EVENTS, AlarmEventRecords.last(handle));
                return true;
            });
        }
    }

    /** A mark that was acted on may explain an alarm, or do so no more. */
    private void marked(Instant now) {
        store.write(handle -> {
            long last = MarkRecords.lastAct(handle);
            long place = TellingRecords.place(handle, MARKS).orElse(0L);
            Set<AlarmSubject> subjects = MarkRecords.actedOn(handle, place).stream()
                    .map(AlarmSubject.OfOutlet::new)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            TellingRecords.place(handle, MARKS, last);
            return explaining.look(handle, subjects, now);
        });
    }

    private void events(Instant now) {
        while (true) {
            long place =
                    store.read(handle -> TellingRecords.place(handle, EVENTS)).orElseThrow();
            List<NumberedEvent> events = store.read(handle -> AlarmEventRecords.after(handle, place, BATCH));
            if (events.isEmpty()) {
                return;
            }
            try {
                store.write(handle -> {
                    handle(handle, events, now);
                    return true;
                });
            } catch (RuntimeException together) {
                LOG.warn("events={} failed together, handled one by one why={}", events.size(), together.getMessage());
                events.forEach(event -> alone(event, now));
            }
        }
    }

    /** One event by itself; if it cannot be handled, it is passed over, and counted. */
    private void alone(NumberedEvent event, Instant now) {
        try {
            store.write(handle -> {
                handle(handle, List.of(event), now);
                return true;
            });
        } catch (RuntimeException broken) {
            failed.incrementAndGet();
            LOG.error(
                    "event={} alarm={} cannot be handled why={}",
                    event.number(),
                    event.alarm(),
                    broken.getMessage(),
                    broken);
            store.write(handle -> {
                TellingRecords.place(handle, EVENTS, event.number());
                return true;
            });
        }
    }

    private void handle(Handle handle, List<NumberedEvent> events, Instant now) {
        Teller teller = new Teller(handle, tables, words, registry.get(), now);
        Set<AlarmSubject> subjects = new LinkedHashSet<>();
        for (NumberedEvent event : events) {
            subjects.add(event.event().key().subject());
            event.decision()
                    .ifPresent(decision -> decision.match(
                            yes -> {
                                told(handle, teller, event, yes.occasion(), now);
                                return true;
                            },
                            no -> false));
        }
        explaining.look(handle, subjects, now);
        TellingRecords.place(handle, EVENTS, events.get(events.size() - 1).number());
    }

    private void told(Handle handle, Teller teller, NumberedEvent event, Occasion occasion, Instant now) {
        Alarm alarm = AlarmRecords.find(handle, event.alarm()).orElseThrow();
        switch (occasion) {
            case NEW_ALARM, REOPENED, BEGAN_AND_ENDED ->
                escalation.begin(alarm, event.event().at()).forEach(timer -> TimerRecords.run(handle, timer));
            case ASKS_AGAIN -> {
                if (TimerRecords.of(handle, alarm.id()).isEmpty()) {
                    escalation.begin(alarm, now).forEach(timer -> TimerRecords.run(handle, timer));
                }
            }
            case LEVEL_ROSE -> {
                if (escalation.stop(alarm).isEmpty()) {
                    List<EscalationTimer> open = TimerRecords.of(handle, alarm.id()).stream()
                            .filter(row -> row.stopped().isEmpty())
                            .map(TimerRecords.Row::timer)
                            .toList();
                    escalation.risen(alarm, open, now).forEach(timer -> TimerRecords.run(handle, timer));
                }
            }
            case ENDED -> {
                escalation.stop(alarm).ifPresent(why -> TimerRecords.stop(handle, alarm.id(), why, now));
                teller.ended(alarm, event.number());
            }
            case ASSIGNED -> teller.assigned(alarm, event.number());
            case ESCALATED, REMINDER -> throw new IllegalStateException(occasion + " is no occasion of an event");
        }
    }

    private void due(Instant now) {
        Optional<EscalationTimer> behind = Optional.empty();
        while (true) {
            Optional<EscalationTimer> last = behind;
            List<EscalationTimer> due = store.read(handle -> TimerRecords.due(handle, now, last, BATCH));
            if (due.isEmpty()) {
                return;
            }
            try {
                store.write(handle -> {
                    take(handle, due, now);
                    return true;
                });
            } catch (RuntimeException together) {
                LOG.warn("timers={} failed together, taken one by one why={}", due.size(), together.getMessage());
                due.forEach(timer -> alone(timer, now));
            }
            behind = Optional.of(due.get(due.size() - 1));
        }
    }

    /** One timer by itself; if it cannot be taken, it is due still. */
    private void alone(EscalationTimer timer, Instant now) {
        try {
            store.write(handle -> {
                take(handle, List.of(timer), now);
                return true;
            });
        } catch (RuntimeException broken) {
            failed.incrementAndGet();
            LOG.error(
                    "alarm={} level={} cannot be told why={}",
                    timer.alarm(),
                    timer.level(),
                    broken.getMessage(),
                    broken);
        }
    }

    /** A timer that is due, with its alarm. */
    private record Due(EscalationTimer timer, Alarm alarm) {

        AlarmLevel grave() {
            return alarm.level();
        }
    }

    /** Takes the steps that are due, the gravest first, so that the gravest alarm of a group is the one that is told. */
    private void take(Handle handle, List<EscalationTimer> timers, Instant now) {
        Teller teller = new Teller(handle, tables, words, registry.get(), now);
        Map<AlarmId, Alarm> alarms = new HashMap<>();
        List<Due> due = timers.stream()
                .filter(timer -> TimerRecords.running(handle, timer.alarm(), timer.level())
                        .filter(timer::equals)
                        .isPresent())
                .map(timer -> new Due(timer, alarms.computeIfAbsent(timer.alarm(), id -> AlarmRecords.find(handle, id)
                        .orElseThrow())))
                .sorted(Comparator.comparing(Due::grave).reversed())
                .toList();
        Map<String, Long> groups = due.stream()
                .filter(one -> one.timer().round() == 0)
                .collect(Collectors.groupingBy(one -> member(teller, one), Collectors.counting()));
        for (Due one : due) {
            int others = one.timer().round() > 0 ? 0 : (int) (groups.getOrDefault(member(teller, one), 1L) - 1);
            take(handle, teller, one, others, now);
        }
    }

    private static String member(Teller teller, Due due) {
        return due.timer().level() + " " + teller.group(due.alarm());
    }

    private void take(Handle handle, Teller teller, Due due, int others, Instant now) {
        Alarm alarm = due.alarm();
        EscalationTimer timer = due.timer();
        Optional<NotifyDecision.Silence> stop = escalation.stop(alarm);
        Optional<EscalationStep> step = tables.plan().step(alarm.key().type(), timer.level(), timer.began());
        if (stop.isPresent()) {
            TimerRecords.stop(handle, alarm.id(), stop.get(), now);
            return;
        }
        if (step.isEmpty()) {
            TimerRecords.finish(handle, timer, now);
            return;
        }
        Optional<Instant> again = teller.step(alarm, timer, step.get(), others);
        if (again.isPresent()) {
            TimerRecords.run(
                    handle,
                    new EscalationTimer(timer.alarm(), timer.began(), timer.level(), timer.round(), again.get()));
        } else {
            escalation
                    .next(alarm, timer, now)
                    .ifPresentOrElse(
                            next -> TimerRecords.run(handle, next), () -> TimerRecords.finish(handle, timer, now));
        }
    }
}
