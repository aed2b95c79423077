package io.stackwatch.core.alarm;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.transmission.CountTerms;
import io.stackwatch.core.transmission.RateState;
import java.util.List;
import java.util.Optional;

/**
 * Turns the effective transmission rate of an outlet in a month into an alarm of type RATE_LOW: yellow below the warning, red
 * below the required rate, one for a month, ended when the rate is above the warning again. Where nothing is due nothing is
 * said. Pure; safe to share.
 */
public final class RateEpisodes {

    /** The key of the alarm of a month. */
    public static AlarmKey key(RateCase facts) {
        return new AlarmKey(facts.outlet(), FactorCode.ALL, AlarmType.RATE_LOW, facts.firstHour());
    }

    /** What the rate means for the alarm of the month. */
    public EpisodeDecision decide(RateCase facts, CountTerms terms) {
        RateState state = RateState.of(facts.counts().effective(), terms);
        boolean tooEarly = facts.counts().due() < facts.quiet().toHours() * facts.factors();
        if (state == RateState.NOT_RATED || (tooEarly && facts.alarm().isEmpty())) {
            return nothing();
        }
        return state == RateState.OK ? recovered(facts) : low(facts, level(state));
    }

    private static AlarmLevel level(RateState state) {
        return state == RateState.FAIL ? AlarmLevel.RED : AlarmLevel.YELLOW;
    }

    private static EpisodeDecision low(RateCase facts, AlarmLevel level) {
        if (facts.alarm().isEmpty()) {
            AlarmDraft raised = AlarmDraft.raise(key(facts), level, AlarmReason.RATE_BELOW, facts.knownAt(), List.of());
            return made(Kind.STARTED, grown(raised, facts));
        }
        Alarm alarm = facts.alarm().get();
        AlarmDraft draft = draft(alarm, facts);
        if (!alarm.active()) {
            draft.happened(AlarmEventKind.REOPENED, AlarmReason.RATE_BELOW);
        }
        draft.atLeast(level, AlarmReason.RATE_BELOW);
        // an hour more under the same alarm is no event: it would be one for every hour of the city
        return draft.changed() ? made(Kind.REVISED, grown(draft, facts)) : nothing();
    }

    private static EpisodeDecision recovered(RateCase facts) {
        Optional<Alarm> active = facts.alarm().filter(Alarm::active);
        return active.isEmpty()
                ? nothing()
                : made(
                        Kind.ENDED,
                        draft(active.get(), facts).happened(AlarmEventKind.CLEARED, AlarmReason.RATE_RECOVERED));
    }

    private static AlarmDraft grown(AlarmDraft draft, RateCase facts) {
        return facts.lastHour().isAfter(draft.alarm().lastHour())
                ? draft.spans(AlarmEventKind.CONTINUED, AlarmReason.RATE_BELOW, facts.firstHour(), facts.lastHour())
                : draft;
    }

    private static AlarmDraft draft(Alarm alarm, RateCase facts) {
        return AlarmDraft.of(alarm, facts.lastHour(), facts.knownAt(), List.of());
    }

    private static EpisodeDecision made(Kind kind, AlarmDraft draft) {
        return new EpisodeDecision(kind, draft.change().stream().toList());
    }

    private static EpisodeDecision nothing() {
        return new EpisodeDecision(Kind.NOTHING_NEW, List.of());
    }
}
