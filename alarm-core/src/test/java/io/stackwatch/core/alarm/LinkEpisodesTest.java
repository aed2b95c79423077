package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.integrity.HourDetector;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A silent station and a run that looks wrong have one alarm each, while they last. */
class LinkEpisodesTest {

    private static final OutletId OUTLET = new OutletId("DA001");
    private static final Instant HEARD = Instant.parse("2026-11-20T00:10:00Z");

    @Test
    void aSilenceIsBlueFromAQuarterOfAnHourYellowFromAnHourAndEndsWithAWord() {
        assertEquals("NOTHING_NEW", silence(Optional.empty(), HEARD, 14).kind().name());
        EpisodeDecision begun = silence(Optional.empty(), HEARD, 15);
        assertEquals("STARTED", begun.kind().name());
        Alarm alarm = begun.changes().get(0).alarm();
        assertEquals(AlarmLevel.BLUE, alarm.level());
        assertEquals(FactorCode.ALL, alarm.key().factor());
        assertEquals(
                "NOTHING_NEW", silence(Optional.of(alarm), HEARD, 49).kind().name());
        Alarm graver = silence(Optional.of(alarm), HEARD, 60).changes().get(0).alarm();
        assertEquals(AlarmLevel.YELLOW, graver.level());
        Instant again = HEARD.plusSeconds(70 * 60);
        EpisodeDecision over = new LinkEpisodes()
                .decide(new LinkCase(
                        OUTLET, again, Duration.ofMinutes(15), Duration.ofMinutes(60), Optional.of(graver), again));
        assertEquals("ENDED", over.kind().name());
        assertEquals(
                AlarmReason.HEARD_AGAIN,
                over.changes().get(0).alarm().clearing().orElseThrow().reason());
    }

    @Test
    void aRunThatLooksWrongGoesOnUnderItsFirstAlarmAndEndsWithAnHourThatDoesNot() {
        Instant first = Instant.parse("2026-11-20T00:00:00Z");
        EpisodeDecision begun = run(Optional.empty(), first, 4);
        Alarm alarm = begun.changes().get(0).alarm();
        assertEquals(first, alarm.key().firstHour());
        assertEquals("4 h", alarm.words());
        assertEquals("NOTHING_NEW", run(Optional.of(alarm), first, 5).kind().name());
        EpisodeDecision over = new PatternEpisodes()
                .decide(new PatternCase(
                        OUTLET,
                        new FactorCode("a21026"),
                        new AlarmType("CONST"),
                        Optional.empty(),
                        first.plus(Duration.ofHours(6)),
                        AlarmLevel.ORANGE,
                        Optional.of(alarm),
                        first.plus(Duration.ofHours(7))));
        assertEquals("ENDED", over.kind().name());
    }

    private static EpisodeDecision run(Optional<Alarm> alarm, Instant first, int hours) {
        Instant last = first.plus(Duration.ofHours(hours - 1L));
        return new PatternEpisodes()
                .decide(new PatternCase(
                        OUTLET,
                        new FactorCode("a21026"),
                        new AlarmType("CONST"),
                        Optional.of(new HourDetector.Run(first, last, hours, hours + " h")),
                        last,
                        AlarmLevel.ORANGE,
                        alarm,
                        last.plus(Duration.ofHours(1))));
    }

    private static EpisodeDecision silence(Optional<Alarm> alarm, Instant since, int minutes) {
        return new LinkEpisodes()
                .decide(new LinkCase(
                        OUTLET,
                        since,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(60),
                        alarm,
                        since.plusSeconds(minutes * 60L)));
    }
}
