package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.alarm.Attention;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.Upkeep;
import io.stackwatch.core.notice.Explanations;
import io.stackwatch.core.notice.FiledMark;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps the attention of alarms: suppresses what is explained, lets go what is not any more, and ends what was put aside for a time. */
final class Explaining {

    private static final int MOST = 500;

    private final AlarmingTables tables;

    Explaining(AlarmingTables tables) {
        this.tables = tables;
    }

    /** Ends what was put aside for a time that is over; the subjects of those alarms are to be looked at. */
    List<AlarmSubject> expire(Handle handle, Instant now) {
        List<Alarm> over = AlarmRecords.expired(handle, now, MOST);
        keep(
                handle,
                over.stream()
                        .flatMap(alarm -> Upkeep.expire(alarm, now).stream())
                        .toList(),
                now);
        return over.stream().map(alarm -> alarm.key().subject()).distinct().toList();
    }

    /** Looks at what explains the alarms about some subjects; how many changed. */
    int look(Handle handle, Collection<AlarmSubject> subjects, Instant now) {
        List<AlarmChange> changes = new ArrayList<>();
        for (AlarmSubject subject : subjects) {
            List<Alarm> active = AlarmRecords.activeOf(handle, subject);
            boolean any = active.stream().anyMatch(this::mayChange);
            List<FiledMark> marks = any
                    ? subject.outlet()
                            .map(outlet -> FiledMarks.of(handle, outlet, now))
                            .orElse(List.of())
                    : List.of();
            active.stream().filter(this::mayChange).forEach(alarm -> change(alarm, active, marks, now)
                    .ifPresent(changes::add));
        }
        keep(handle, changes, now);
        return changes.size();
    }

    private boolean mayChange(Alarm alarm) {
        Attention attention = alarm.state().attention();
        return attention == Attention.SUPPRESSED
                || (attention == Attention.ASKED
                        && tables.explanations().couldExplain(alarm.key().type()));
    }

    private Optional<AlarmChange> change(Alarm alarm, List<Alarm> active, List<FiledMark> marks, Instant now) {
        Optional<Explanations.Explanation> why = tables.explanations().of(alarm, active, marks, now);
        if (alarm.state().attention() == Attention.SUPPRESSED) {
            return why.isPresent() ? Optional.empty() : Upkeep.release(alarm, "", now);
        }
        return why.flatMap(found -> Upkeep.suppress(alarm, found.cause(), found.words(), found.until(), now));
    }

    private void keep(Handle handle, List<AlarmChange> changes, Instant now) {
        if (!changes.isEmpty()) {
            AlarmChanges.keep(
                    handle,
                    List.of(new EpisodeDecision(EpisodeDecision.Kind.REVISED, changes)),
                    tables.parameters().duration("notice.backlog-older-than", now),
                    now);
        }
    }
}
