package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.LinkCase;
import io.stackwatch.core.alarm.LinkEpisodes;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Watches for stations of which nothing is heard (OFFLINE). A station that was never heard is another matter, and while we did not listen
 * ourselves, or are behind with what was heard, nobody is silent. Woken by one thread.
 */
public final class LinkWatch implements WakeUp {

    private static final Duration REST = Duration.ofSeconds(30);

    private final RecordStore store;
    private final Supplier<Registry> registry;
    private final RuleParameters parameters;
    private final EventSignal signal;
    private final BooleanSupplier caughtUp;
    private final LinkEpisodes rule = new LinkEpisodes();
    private Optional<Instant> listeningSince = Optional.empty();
    private Instant nextLook = Instant.MIN;

    /** @param caughtUp whether everything that came is among what was heard */
    public LinkWatch(
            RecordStore store,
            Supplier<Registry> registry,
            RuleParameters parameters,
            EventSignal signal,
            BooleanSupplier caughtUp) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.signal = signal;
        this.caughtUp = caughtUp;
    }

    @Override
    public void fire(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        if (listeningSince.isEmpty()) {
            listeningSince = Optional.of(now);
        }
        if (now.isBefore(nextLook) || !caughtUp.getAsBoolean()) {
            return;
        }
        nextLook = now.plus(REST);
        if (!store.read(handle -> decisions(handle, now)).isEmpty()) {
            store.write(handle -> AlarmChanges.keep(
                            handle, decisions(handle, now), parameters.duration("notice.backlog-older-than", now), now))
                    .ifPresent(signal::committed);
        }
    }

    private List<EpisodeDecision> decisions(Handle handle, Instant now) {
        Map<String, Instant> heard = StationRecords.lastHeard(handle);
        Map<OutletId, Alarm> active = new HashMap<>();
        AlarmRecords.active(handle, AlarmType.OFFLINE)
                .forEach(alarm -> alarm.key().outlet().ifPresent(outlet -> active.put(outlet, alarm)));
        List<EpisodeDecision> decisions = new ArrayList<>();
        Registry known = registry.get();
        for (OutletId outlet : known.outletIds()) {
            known.stationOf(outlet, now)
                    .map(Station::mn)
                    .flatMap(mn -> Optional.ofNullable(heard.get(mn.value())))
                    .map(last -> decide(handle, outlet, last, Optional.ofNullable(active.get(outlet)), now))
                    .filter(decision -> decision.kind() != EpisodeDecision.Kind.NOTHING_NEW)
                    .ifPresent(decisions::add);
        }
        return decisions;
    }

    private EpisodeDecision decide(Handle handle, OutletId outlet, Instant last, Optional<Alarm> active, Instant now) {
        Instant since = listeningSince.filter(last::isBefore).orElse(last);
        Duration warn = parameters.duration("offline.warn-from", now);
        boolean silent = Duration.between(since, now).compareTo(warn) >= 0;
        Optional<Alarm> alarm =
                active.or(() -> silent ? AlarmRecords.find(handle, id(outlet, since)) : Optional.empty());
        return rule.decide(
                new LinkCase(outlet, since, warn, parameters.duration("offline.grave-from", now), alarm, now));
    }

    private static AlarmId id(OutletId outlet, Instant since) {
        return AlarmId.of(new AlarmKey(outlet, FactorCode.ALL, AlarmType.OFFLINE, since.truncatedTo(ChronoUnit.HOURS)));
    }
}
