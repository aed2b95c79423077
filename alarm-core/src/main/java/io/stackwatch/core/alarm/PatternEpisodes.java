package io.stackwatch.core.alarm;

/**
 * Turns what detectors see into alarms: one for a run of hours, which goes on under its first alarm and ends with an hour that
 * does not look wrong. Pure; safe to share.
 */
public final class PatternEpisodes {

    /** What the newest hour means for the alarm of a kind about a factor. */
    public EpisodeDecision decide(PatternCase facts) {
        AlarmKey key = facts.alarm()
                .filter(Alarm::active)
                .map(Alarm::key)
                .orElseGet(() -> new AlarmKey(
                        facts.outlet(),
                        facts.factor(),
                        facts.type(),
                        facts.run().map(run -> run.first()).orElse(facts.newest())));
        StandingAlarm standing = new StandingAlarm(
                key,
                facts.alarm(),
                facts.newest(),
                facts.knownAt(),
                facts.run().map(run -> run.words()).orElse(""));
        return facts.run().isPresent()
                ? standing.holds(facts.level(), AlarmReason.LOOKS_WRONG)
                : standing.over(AlarmReason.LOOKS_RIGHT);
    }
}
