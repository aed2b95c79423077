package io.stackwatch.gateway.api;

import io.stackwatch.core.alarm.AlarmActing;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.alarm.AlarmProcess;
import io.stackwatch.core.alarm.AlarmState;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.OwnedBy;
import io.vertx.core.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Records in lists. Fails when it is asked on an event loop, as a store that blocks must not be. */
final class CityInMemory implements CityRecords {

    private final List<OutletView> outlets = new ArrayList<>();
    private final List<HourView> hours = new ArrayList<>();
    private final Map<String, AlarmView.History> alarms = new LinkedHashMap<>();
    private final List<AlarmView.Event> events = new ArrayList<>();
    private final List<CaseView.File> cases = new ArrayList<>();
    private final List<String> askedOnEventLoop = new ArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean broken;

    synchronized void add(OutletView outlet) {
        outlets.add(outlet);
    }

    synchronized void add(HourView hour) {
        hours.add(hour);
    }

    synchronized void add(AlarmView.History alarm) {
        alarms.put(alarm.alarm().id(), alarm);
    }

    synchronized void add(AlarmView.Event event) {
        events.add(event);
    }

    synchronized void add(CaseView.File file) {
        cases.add(file);
    }

    /** From now on every call waits for this. */
    void waitFor(CountDownLatch latch) {
        gate = latch;
    }

    void breakDown() {
        broken = true;
    }

    synchronized List<String> askedOnEventLoop() {
        return List.copyOf(askedOnEventLoop);
    }

    @Override
    public List<OutletView> outlets(OwnedBy owned, Optional<OutletId> after, int limit) {
        asked("outlets");
        synchronized (this) {
            return outlets.stream()
                    .filter(outlet -> owned.region()
                            .map(RegionCode::value)
                            .map(outlet.region().id()::startsWith)
                            .orElse(true))
                    .sorted(Comparator.comparing(OutletView::id))
                    .filter(outlet ->
                            after.map(place -> outlet.id().compareTo(place) > 0).orElse(true))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<OutletView> outlet(OutletId id) {
        asked("outlet");
        synchronized (this) {
            return outlets.stream().filter(outlet -> outlet.id().equals(id)).findFirst();
        }
    }

    @Override
    public MadeView made(OutletId outlet, Instant hour, Optional<FactorCode> factor) {
        asked("made");
        return MadeFixture.hour(outlet, hour, factor.isPresent());
    }

    @Override
    public GapsView gaps(OutletId outlet, Instant from, Instant until) {
        asked("gaps");
        return new GapsView(outlet, from, until, List.of(), List.of());
    }

    @Override
    public List<HourView> hours(HourQuery query, Optional<HourPlace> after, int limit) {
        asked("hours");
        synchronized (this) {
            return hours.stream()
                    .filter(hour -> query.factor()
                            .map(factor -> factor.value().equals(hour.factor().id()))
                            .orElse(true))
                    .filter(hour ->
                            !hour.start().isBefore(query.from()) && hour.start().isBefore(query.until()))
                    .sorted(Comparator.comparing(HourView::start).reversed().thenComparing(hour -> hour.factor()
                            .id()))
                    .filter(hour -> after.map(place -> hour.start().isBefore(place.start())
                                    || (hour.start().equals(place.start())
                                            && hour.factor()
                                                            .id()
                                                            .compareTo(place.factor()
                                                                    .value())
                                                    > 0))
                            .orElse(true))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<AlarmView> alarms(AlarmFilter filter, Optional<Place> after, int limit) {
        asked("alarms");
        synchronized (this) {
            return alarms.values().stream()
                    .map(AlarmView.History::alarm)
                    .filter(alarm -> filter.type().map(alarm.type()::equals).orElse(true))
                    .filter(alarm -> filter.outlet()
                            .map(outlet -> alarm.outlet()
                                    .filter(named -> named.id().equals(outlet.value()))
                                    .isPresent())
                            .orElse(true))
                    .filter(alarm -> filter.state()
                            .map(state -> switch (state) {
                                case ACTIVE -> alarm.clearedAt().isEmpty();
                                case CLEARED -> alarm.clearedAt().isPresent();
                                case OPEN -> alarm.acknowledgement().isEmpty();
                                case ACKNOWLEDGED -> alarm.acknowledgement().isPresent();
                            })
                            .orElse(true))
                    .sorted(Comparator.comparing(AlarmView::raisedAt).reversed().thenComparing(AlarmView::id))
                    .filter(alarm -> after.map(place -> behind(alarm.raisedAt(), alarm.id(), place))
                            .orElse(true))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<AlarmView.History> alarm(String id) {
        asked("alarm");
        synchronized (this) {
            return Optional.ofNullable(alarms.get(id));
        }
    }

    @Override
    public Optional<Acted> act(String id, AlarmOrder order, Instant at) {
        asked(order.event() == AlarmEventKind.ACKNOWLEDGED ? "acknowledge" : "act");
        synchronized (this) {
            AlarmView.History before = alarms.get(id);
            if (before == null) {
                return Optional.empty();
            }
            AlarmState state = AlarmState.valueOf(before.alarm().state());
            return Optional.of(AlarmProcess.step(Optional.of(state), order.event())
                    .match(
                            taken -> {
                                done(id, before, CityFixture.acted(before.alarm(), order, taken.to(), at), order, at);
                                return new Acted(Optional.empty());
                            },
                            refused -> new Acted(
                                    Optional.of(new AlarmActing.Refused(state, order.event(), refused.why())))));
        }
    }

    private void done(String id, AlarmView.History before, AlarmView alarm, AlarmOrder order, Instant at) {
        AlarmView.Step step = new AlarmView.Step(
                lastNumber() + 1,
                order.event().name(),
                at,
                Optional.empty(),
                alarm.level(),
                order.why(),
                Optional.empty());
        List<AlarmView.Step> steps = new ArrayList<>(before.steps());
        steps.add(step);
        alarms.put(id, new AlarmView.History(alarm, steps, before.evidence()));
        events.add(new AlarmView.Event(step, alarm));
    }

    @Override
    public Optional<List<ToldView>> told(String id) {
        asked("told");
        synchronized (this) {
            return alarms.containsKey(id) ? Optional.of(List.of(CityFixture.told())) : Optional.empty();
        }
    }

    @Override
    public List<AlarmView.Event> eventsAfter(long number, int limit) {
        asked("eventsAfter");
        synchronized (this) {
            return events.stream()
                    .filter(event -> event.step().number() > number)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public long lastEvent() {
        asked("lastEvent");
        synchronized (this) {
            return lastNumber();
        }
    }

    @Override
    public List<CaseView> cases(Optional<RegionCode> region, Optional<Place> after, int limit) {
        asked("cases");
        synchronized (this) {
            return cases.stream()
                    .map(CaseView.File::summary)
                    .sorted(Comparator.comparing(CaseView::openedAt).reversed().thenComparing(CaseView::id))
                    .filter(one -> after.map(place -> behind(one.openedAt(), one.id(), place))
                            .orElse(true))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<CaseView.File> caseFile(String id) {
        asked("caseFile");
        synchronized (this) {
            return cases.stream().filter(file -> file.summary().id().equals(id)).findFirst();
        }
    }

    private static boolean behind(Instant at, String id, Place place) {
        return at.isBefore(place.at()) || (at.equals(place.at()) && id.compareTo(place.id()) > 0);
    }

    private long lastNumber() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).step().number();
    }

    private void asked(String what) {
        if (Context.isOnEventLoopThread()) {
            synchronized (this) {
                askedOnEventLoop.add(what + " on " + Thread.currentThread().getName());
            }
        }
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gate was never opened");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (broken) {
            throw new IllegalStateException("jdbc:sqlite:/secret/place is broken");
        }
    }
}
