package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;

/** One alarm on a line of time: what was seen at each moment, and what it did to the alarm. */
final class SightTimeline {

    private final AlarmKey key;
    private final boolean asSaid;
    private Optional<Alarm> alarm = Optional.empty();

    private SightTimeline(AlarmKey key, boolean asSaid) {
        this.key = key;
        this.asSaid = asSaid;
    }

    static SightTimeline of(AlarmKey key) {
        return new SightTimeline(key, false);
    }

    static SightTimeline asSaid(AlarmKey key) {
        return new SightTimeline(key, true);
    }

    /** @param expected kind of the decision, level and reason, or the reason for nothing */
    SightTimeline see(Instant at, Sight sight, String expected) {
        SightCase facts = new SightCase(key, sight, key.firstHour(), alarm, at);
        SightEpisodes rule = new SightEpisodes();
        EpisodeDecision decision = asSaid ? rule.decideAsSaid(facts) : rule.decide(facts);
        decision.changes().forEach(change -> alarm = Optional.of(change.alarm()));
        String reason = sight.match(
                holds -> holds.level() + " " + holds.why(), over -> over.why().name(), unsaid -> unsaid.why()
                        .name());
        assertEquals(expected, decision.kind() + " " + reason, () -> "at " + at + ": " + words(sight));
        return this;
    }

    Alarm alarm() {
        return alarm.orElseThrow();
    }

    static String words(Sight sight) {
        return sight.match(Sight.Holds::words, Sight.Over::words, Sight.Unsaid::words);
    }
}
