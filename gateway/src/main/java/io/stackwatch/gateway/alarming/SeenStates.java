package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.SightCase;
import io.stackwatch.core.alarm.SightEpisodes;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Brings what rules see to the alarms about it, and keeps what changes. A look that changes nothing writes nothing. */
final class SeenStates {

    private final RecordStore store;
    private final RuleParameters parameters;
    private final EventSignal signal;
    private final SightEpisodes rule = new SightEpisodes();

    SeenStates(RecordStore store, RuleParameters parameters, EventSignal signal) {
        this.store = store;
        this.parameters = parameters;
        this.signal = signal;
    }

    /** Looks, and looks again in the transaction that writes if there is anything to write. */
    void keep(Function<Handle, List<Seen>> look, Instant now) {
        if (!store.read(handle -> decisions(handle, look.apply(handle), now)).isEmpty()) {
            store.write(handle -> AlarmChanges.keep(
                            handle,
                            decisions(handle, look.apply(handle), now),
                            parameters.duration("notice.backlog-older-than", now),
                            now))
                    .ifPresent(signal::committed);
        }
    }

    private List<EpisodeDecision> decisions(Handle handle, List<Seen> seen, Instant now) {
        List<EpisodeDecision> decisions = new ArrayList<>();
        for (Seen one : seen) {
            SightCase facts = new SightCase(one.key(), one.sight(), one.lastHour(), alarm(handle, one), now);
            EpisodeDecision decision = one.asSaid() ? rule.decideAsSaid(facts) : rule.decide(facts);
            if (decision.kind() != EpisodeDecision.Kind.NOTHING_NEW) {
                decisions.add(decision);
            }
        }
        return decisions;
    }

    private static Optional<Alarm> alarm(Handle handle, Seen seen) {
        AlarmKey key = seen.key();
        Optional<Alarm> active = seen.goesOn()
                ? AlarmRecords.activeOf(handle, key.subject()).stream()
                        .filter(one -> isOf(one, key))
                        .findFirst()
                : Optional.empty();
        return active.or(() -> AlarmRecords.find(handle, AlarmId.of(key)));
    }

    /** Whether an alarm is of the kind of a key and about its subject and factor. */
    static boolean isOf(Alarm alarm, AlarmKey key) {
        return alarm.key().subject().equals(key.subject())
                && alarm.key().type().equals(key.type())
                && alarm.key().factor().equals(key.factor());
    }
}
