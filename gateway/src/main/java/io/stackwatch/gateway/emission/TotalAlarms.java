package io.stackwatch.gateway.emission;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.TotalCase;
import io.stackwatch.core.alarm.TotalEpisodes;
import io.stackwatch.core.emission.PermittedTotal;
import io.stackwatch.core.emission.TotalDecision;
import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Brings totals beside permitted ones to the alarms EX_TOTAL, and keeps what the core decides. It goes round all permits, some at
 * each call, and rests until the next round; nothing is remembered but where in a round it is, so that a new start begins a new
 * round. For one thread at a time.
 */
public final class TotalAlarms implements WakeUp {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final EmissionRules rules;
    private final String cursor;
    private final EventSignal signal;
    private final TotalOptions options;
    private final TotalEpisodes rule = new TotalEpisodes();
    private final Deque<PermittedTotal> waiting = new ArrayDeque<>();
    private Instant nextRound = Instant.MIN;
    private volatile int left;

    /** @param cursor name of the cursor that records hours: its place says how far they have come */
    public TotalAlarms(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            EmissionRules rules,
            String cursor,
            EventSignal signal,
            TotalOptions options) {
        this.store = store;
        this.registry = registry;
        this.rules = rules;
        this.cursor = cursor;
        this.signal = signal;
        this.options = options;
    }

    @Override
    public void fire(Instant now) {
        if (waiting.isEmpty() && now.isBefore(nextRound)) {
            return;
        }
        Optional<CursorPlace> recorded = store.read(handle -> CursorPlace.find(handle, cursor));
        if (recorded.isEmpty()) {
            return;
        }
        Instant asOf = recorded.get().asOf();
        UsedTotals used = new UsedTotals(store, registry.get(), rules, asOf);
        if (waiting.isEmpty()) {
            nextRound = now.plus(options.every());
            begin(used, asOf);
        }
        for (int i = 0; i < options.some() && !waiting.isEmpty(); i++) {
            PermittedTotal next = waiting.remove();
            left = waiting.size();
            look(next, used, asOf);
        }
    }

    /** Permits of this round that have not been looked at, for metrics; may be asked by any thread. */
    public int waiting() {
        return left;
    }

    /** A round has every permit whose figures may change, and ends the alarms about those that are gone. */
    private void begin(UsedTotals used, Instant asOf) {
        List<Alarm> active = store.read(handle -> AlarmRecords.active(handle, AlarmType.TOTAL));
        Set<AlarmId> about = active.stream().map(Alarm::id).collect(Collectors.toSet());
        List<PermittedTotal> begun = used.begun();
        begun.stream()
                .filter(permitted -> !closed(permitted, asOf) || about.contains(idOf(permitted)))
                .forEach(waiting::add);
        begun.forEach(permitted -> about.remove(idOf(permitted)));
        if (!about.isEmpty()) {
            keep(
                    handle -> about.stream()
                            .flatMap(id -> AlarmRecords.find(handle, id).stream())
                            .map(alarm -> rule.gone(alarm, asOf))
                            .toList(),
                    asOf);
        }
    }

    private void look(PermittedTotal permitted, UsedTotals used, Instant asOf) {
        TotalDecision decision = used.of(permitted);
        // nearly always there is nothing new, and the writer is not asked
        EpisodeDecision seen = store.read(handle -> decide(handle, decision, asOf));
        if (!seen.changes().isEmpty()) {
            keep(handle -> List.of(decide(handle, decision, asOf)), asOf);
        }
    }

    private void keep(RecordStore.Work<List<EpisodeDecision>> decisions, Instant asOf) {
        Duration backlog = rules.parameters().duration("notice.backlog-older-than", asOf);
        store.write(handle -> AlarmChanges.keep(handle, decisions.with(handle), backlog, asOf))
                .ifPresent(signal::committed);
    }

    private EpisodeDecision decide(Handle handle, TotalDecision decision, Instant asOf) {
        PermittedTotal permitted = decision.permitted();
        Window days = UsedTotals.days(permitted);
        Instant now = Window.hourContaining(asOf, LegalTime.ZONE).start();
        Instant last = (now.isBefore(days.end()) ? now : days.end()).minus(HOUR);
        return rule.decide(new TotalCase(
                decision,
                last.isBefore(days.start()) ? days.start() : last,
                closed(permitted, asOf),
                AlarmRecords.find(handle, idOf(permitted)),
                asOf));
    }

    /** Whether its days are over and the last month of them is frozen. */
    private boolean closed(PermittedTotal permitted, Instant asOf) {
        Instant last = UsedTotals.days(permitted).end().minus(HOUR);
        return !asOf.isBefore(
                CountParameters.at(rules.parameters(), last).freezeOf(YearMonth.from(permitted.lastDay())));
    }

    private static AlarmId idOf(PermittedTotal permitted) {
        return AlarmId.of(TotalEpisodes.key(permitted));
    }
}
