package io.stackwatch.core.alarm;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one alarm of a state that lasts, such as a rate of a month: raised when the state begins, graver when it grows worse,
 * ended when it is over, reopened when it comes back. A state that goes on as it is is no news. Lives for one decision.
 *
 * @param key of the alarm
 * @param alarm the alarm, if there is one
 * @param lastHour latest hour that the state is known of
 * @param knownAt when it was found
 * @param words the state in words, with its numbers
 */
record StandingAlarm(AlarmKey key, Optional<Alarm> alarm, Instant lastHour, Instant knownAt, String words) {

    /** Nothing new. */
    static EpisodeDecision nothing() {
        return new EpisodeDecision(Kind.NOTHING_NEW, List.of());
    }

    /** The state holds, at this level at least. */
    EpisodeDecision holds(AlarmLevel level, AlarmReason why) {
        if (alarm.isEmpty()) {
            return made(Kind.STARTED, grown(AlarmDraft.raise(key, level, why, knownAt, List.of(), words), why));
        }
        AlarmDraft draft = draft(alarm.get());
        if (!alarm.get().active()) {
            draft.happened(AlarmEventKind.REOPENED, why);
        }
        draft.atLeast(level, why);
        return draft.changed() ? made(Kind.REVISED, grown(draft, why)) : nothing();
    }

    /** As {@link #holds}, where other words are news as well. */
    EpisodeDecision holdsAsSaid(AlarmLevel level, AlarmReason why) {
        EpisodeDecision decision = holds(level, why);
        if (decision.kind() != Kind.NOTHING_NEW || alarm.orElseThrow().words().equals(words)) {
            return decision;
        }
        AlarmDraft draft = grown(draft(alarm.get()), why);
        return made(Kind.REVISED, draft.changed() ? draft : draft.happened(AlarmEventKind.HOUR_REVISED, why));
    }

    /** The state is over. */
    EpisodeDecision over(AlarmReason why) {
        return alarm.filter(Alarm::active)
                .map(active -> made(Kind.ENDED, draft(active).happened(AlarmEventKind.CLEARED, why)))
                .orElseGet(StandingAlarm::nothing);
    }

    private AlarmDraft grown(AlarmDraft draft, AlarmReason why) {
        Alarm now = draft.alarm();
        return lastHour.isAfter(now.lastHour())
                ? draft.spans(AlarmEventKind.CONTINUED, why, now.firstHour(), lastHour)
                : draft;
    }

    private AlarmDraft draft(Alarm known) {
        return AlarmDraft.of(known, lastHour, knownAt, List.of(), words);
    }

    private static EpisodeDecision made(Kind kind, AlarmDraft draft) {
        return new EpisodeDecision(kind, draft.change().stream().toList());
    }
}
