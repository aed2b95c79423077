package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.notice.NotifyDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps what decisions did to alarms: the alarms, their events, and whether anybody is told. */
public final class AlarmChanges {

    private AlarmChanges() {}

    /**
     * Keeps it, in the transaction of what caused it; the alarms were read in the same transaction.
     *
     * @param backlog an episode whose last hour ended longer ago is shown and not sent
     * @return the number of the last event; empty if nothing changed
     */
    public static Optional<Long> keep(
            Handle handle, Collection<EpisodeDecision> decisions, Duration backlog, Instant now) {
        List<AlarmChange> changes =
                decisions.stream().flatMap(one -> one.changes().stream()).toList();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        long number = AlarmEventRecords.last(handle);
        List<Alarm> alarms = new ArrayList<>();
        List<NumberedEvent> events = new ArrayList<>();
        for (AlarmChange change : changes) {
            alarms.add(change.alarm());
            int last = change.events().size() - 1;
            for (int i = 0; i <= last; i++) {
                Optional<NotifyDecision> told =
                        i == last ? Optional.of(NotifyDecision.on(change, backlog, now)) : Optional.empty();
                events.add(new NumberedEvent(
                        ++number, change.alarm().id(), change.events().get(i), told));
            }
        }
        AlarmRecords.save(handle, alarms);
        AlarmEventRecords.insert(handle, events);
        return Optional.of(number);
    }
}
