package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.CountTerms;
import io.stackwatch.core.transmission.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rate of an outlet in November, hour by hour. */
final class RateEpisodesTest {

    private static final Instant FIRST = Instant.parse("2026-10-31T16:00:00Z");
    private static final CountTerms TERMS = CountParameters.at(RuleParameters.load(), FIRST);

    private final RateEpisodes rule = new RateEpisodes();
    private Optional<Alarm> alarm = Optional.empty();

    @Test
    void aRateFallsIsWarnedOfFailsAndRecovers() {
        assertEquals("NOTHING_NEW", at(100, 100, 95));
        assertEquals("STARTED RAISED CONTINUED YELLOW", at(101, 1_000, 949));
        assertEquals("NOTHING_NEW", at(102, 1_000, 920));
        assertEquals("NOTHING_NEW", at(103, 100, 90), "the required rate exactly is no failure");
        assertEquals("REVISED LEVEL_ROSE CONTINUED RED", at(104, 1_000, 899));
        assertEquals("NOTHING_NEW", at(105, 1_000, 949), "better, and not good yet");
        assertEquals("ENDED CLEARED RED", at(106, 100, 95));
        assertEquals("NOTHING_NEW", at(107, 100, 96));
        assertEquals("REVISED REOPENED CONTINUED RED", at(108, 100, 80));
    }

    @Test
    void theFirstHoursOfAMonthSayNothing() {
        assertEquals("NOTHING_NEW", at(71, 71, 10));
        assertEquals("STARTED RAISED CONTINUED RED", at(72, 72, 10));
    }

    @Test
    void whereNothingIsDueNothingIsSaid() {
        assertEquals("NOTHING_NEW", at(200, 0, 0));
    }

    private String at(int hour, long due, long valid) {
        Instant last = FIRST.plus(Duration.ofHours(hour));
        EpisodeDecision decision = rule.decide(
                new RateCase(
                        new OutletId("DA001"),
                        FIRST,
                        last,
                        new Counts(due, valid, due, valid),
                        1,
                        alarm,
                        Duration.ofHours(72),
                        last.plus(Duration.ofHours(1))),
                TERMS);
        StringBuilder text = new StringBuilder(decision.kind().name());
        for (AlarmChange change : decision.changes()) {
            alarm = Optional.of(change.alarm());
            List<AlarmEvent> events = change.events();
            events.forEach(event -> text.append(' ').append(event.kind()));
            text.append(' ').append(change.alarm().level());
        }
        return text.toString();
    }
}
