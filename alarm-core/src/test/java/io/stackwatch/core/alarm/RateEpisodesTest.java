package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.CountTerms;
import io.stackwatch.core.transmission.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rate of an outlet in November, hour by hour. */
final class RateEpisodesTest {

    private static final Instant FIRST = Instant.parse("2026-10-31T16:00:00Z");
    private static final CountTerms TERMS = CountParameters.at(RuleParameters.load(), FIRST);

    private final RateEpisodes rule = new RateEpisodes();
    private Optional<Alarm> alarm = Optional.empty();
    private AlarmSubject subject = new AlarmSubject.OfOutlet(new OutletId("DA001"));
    private boolean frozen;

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
        at(201, 1_000, 800);
        assertEquals("ENDED CLEARED RED", at(202, 0, 0), "a stop of the whole month was accepted");
        assertEquals(
                AlarmReason.NOT_DUE,
                alarm.orElseThrow().clearing().orElseThrow().reason());
        assertEquals("no hour due", words());
    }

    @Test
    void everyWordHasItsNumbersAndNoFailingRateIsWrittenAsOneThatPasses() {
        at(101, 100_000, 89_999);
        assertEquals("89.99 % (89999 of 100000 due hours valid), required 90 %", words());
        at(102, 1_000, 949);
        assertEquals("89.99 % (89999 of 100000 due hours valid), required 90 %", words(), "no news");
        at(103, 100, 95);
        assertEquals("95.00 % (95 of 100 due hours valid), not below 95 %", words());
        at(104, 100_000, 94_999);
        assertEquals("94.99 % (94999 of 100000 due hours valid), warning below 95 %", words());
    }

    @Test
    void aMonthThatIsFrozenEndsItsAlarmWithTheRateThatStays() {
        at(101, 1_000, 800);
        frozen = true;
        assertEquals("ENDED CLEARED RED", at(719, 1_000, 850));
        assertEquals("85.00 % (850 of 1000 due hours valid), required 90 %", words());
        assertEquals(
                AlarmReason.PERIOD_CLOSED,
                alarm.orElseThrow().clearing().orElseThrow().reason());
        assertEquals("NOTHING_NEW", at(719, 1_000, 850));
    }

    @Test
    void anOutletAnEnterpriseAndACountyOfOneNameAreThreeSubjects() {
        List<AlarmId> ids = new ArrayList<>();
        for (AlarmSubject.Kind kind : AlarmSubject.Kind.values()) {
            alarm = Optional.empty();
            subject = AlarmSubject.of(kind, "371502");
            assertEquals("STARTED RAISED CONTINUED RED", at(101, 1_000, 800));
            assertEquals(subject, alarm.orElseThrow().key().subject());
            ids.add(alarm.orElseThrow().id());
        }
        assertEquals(3, new HashSet<>(ids).size());
    }

    private String words() {
        return alarm.orElseThrow().words();
    }

    private String at(int hour, long due, long valid) {
        Instant last = FIRST.plus(Duration.ofHours(hour));
        EpisodeDecision decision = rule.decide(
                new RateCase(
                        subject,
                        FIRST,
                        last,
                        new Counts(due, valid, due, valid),
                        1,
                        frozen,
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
