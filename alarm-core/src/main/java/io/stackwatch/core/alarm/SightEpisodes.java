package io.stackwatch.core.alarm;

/**
 * Turns what rules see of states into alarms: one for a state while it lasts, graver when it grows graver, ended when it is
 * over, opened again when the same key comes back. Pure; safe to share.
 */
public final class SightEpisodes {

    /** What is seen, for the alarm about it. A state that goes on is no news, whatever its numbers are now. */
    public EpisodeDecision decide(SightCase facts) {
        return facts.sight()
                .match(
                        holds -> standing(facts, holds.words()).holds(holds.level(), holds.why()),
                        over -> standing(facts, over.words()).over(over.why()),
                        unsaid -> StandingAlarm.nothing());
    }

    /** As {@link #decide}, where other numbers are news as well: of what rests on stored figures that may be revised. */
    public EpisodeDecision decideAsSaid(SightCase facts) {
        return facts.sight()
                .match(
                        holds -> standing(facts, holds.words()).holdsAsSaid(holds.level(), holds.why()),
                        over -> standing(facts, over.words()).over(over.why()),
                        unsaid -> StandingAlarm.nothing());
    }

    private static StandingAlarm standing(SightCase facts, String words) {
        AlarmKey key = facts.alarm().filter(Alarm::active).map(Alarm::key).orElseGet(facts::key);
        return new StandingAlarm(key, facts.alarm(), facts.lastHour(), facts.knownAt(), words);
    }
}
