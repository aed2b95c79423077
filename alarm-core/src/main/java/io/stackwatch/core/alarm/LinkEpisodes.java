package io.stackwatch.core.alarm;

import io.stackwatch.core.measurement.FactorCode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Turns the silence of a station into an alarm of type OFFLINE about its outlet: blue from the warning, yellow when it lasts;
 * ended when something is heard. Pure; safe to share.
 */
public final class LinkEpisodes {

    /** What a silence means for the alarm about it. */
    public EpisodeDecision decide(LinkCase facts) {
        Duration silent = Duration.between(facts.silentSince(), facts.now());
        AlarmKey key = facts.alarm()
                .map(Alarm::key)
                .orElseGet(() -> new AlarmKey(
                        facts.outlet(),
                        FactorCode.ALL,
                        AlarmType.OFFLINE,
                        facts.silentSince().truncatedTo(ChronoUnit.HOURS)));
        StandingAlarm standing = new StandingAlarm(
                key,
                facts.alarm(),
                facts.now().truncatedTo(ChronoUnit.HOURS),
                facts.now(),
                "nothing heard since " + facts.silentSince());
        if (silent.compareTo(facts.warnFrom()) < 0) {
            return standing.over(AlarmReason.HEARD_AGAIN);
        }
        boolean grave = silent.compareTo(facts.graveFrom()) >= 0;
        return standing.holds(grave ? AlarmLevel.YELLOW : AlarmLevel.BLUE, AlarmReason.NOT_HEARD);
    }
}
