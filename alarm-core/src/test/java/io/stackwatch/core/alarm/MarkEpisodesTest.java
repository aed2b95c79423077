package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Late marks of an outlet, act by act. */
final class MarkEpisodesTest {

    private static final OutletId OUTLET = new OutletId("DA001");
    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");

    private final MarkEpisodes rule = MarkEpisodes.late();
    private final Map<Instant, Alarm> alarms = new TreeMap<>();
    private int acts;

    @Test
    void aMatterRaisesOneAlarmAndItsEndEndsIt() {
        assertEquals("NOTHING_NEW", after("nothing"));
        assertEquals("STARTED RAISED CONTINUED", after("M-1/1 was filed", matter(EIGHT, 25, "M-1/1 waits")));
        assertEquals("NOTHING_NEW", after("something else", matter(EIGHT, 25, "M-1/1 waits")));
        assertEquals("ENDED CLEARED", after("M-1/1 APPROVED by Li"));
        assertEquals("M-1/1 APPROVED by Li", alarms.get(EIGHT).words());
        assertEquals("NOTHING_NEW", after("nothing"));
        assertEquals("REVISED REOPENED CONTINUED", after("M-1/2 was filed", matter(EIGHT, 30, "M-1/2 waits")));
    }

    @Test
    void mattersOfOneHourAreOneAlarmThatSaysWhatThereIsNow() {
        after("M-1/1 was filed", matter(EIGHT, 25, "M-1/1 waits"));
        assertEquals(
                "REVISED CONTINUED",
                after("M-2/1 was filed", matter(EIGHT, 25, "M-1/1 waits"), matter(EIGHT, 26, "M-2/1 waits")));
        assertEquals("M-1/1 waits; M-2/1 waits", alarms.get(EIGHT).words());
        assertEquals("REVISED HOUR_REVISED", after("M-1/1 REFUSED by Li", matter(EIGHT, 26, "M-2/1 waits")));
        assertEquals("M-2/1 waits", alarms.get(EIGHT).words());
        assertEquals(AlarmLevel.YELLOW, alarms.get(EIGHT).level());
    }

    @Test
    void mattersOfTwoHoursAreTwoAlarmsAndEachEndsByItself() {
        assertEquals(
                "STARTED RAISED CONTINUED RAISED CONTINUED",
                after("both", matter(EIGHT, 25, "M-1/1 waits"), matter(NINE, 25, "M-2/1 waits")));
        assertEquals("ENDED CLEARED", after("M-1/1 APPROVED by Li", matter(NINE, 25, "M-2/1 waits")));
        assertEquals(
                AlarmReason.LATE_MARK_SETTLED,
                alarms.get(EIGHT).clearing().orElseThrow().reason());
        assertEquals(true, alarms.get(NINE).active());
    }

    @Test
    void marksBeyondWhatIsAllowedAreAnotherKindAndGraver() {
        EpisodeDecision decision = MarkEpisodes.abuse()
                .decide(new MarkCase(OUTLET, List.of(matter(EIGHT, 6, "6 h, allowed 4 h")), List.of(), "filed", EIGHT));
        Alarm alarm = decision.changes().get(0).alarm();
        assertEquals("MARK_ABUSE ORANGE", alarm.key().type() + " " + alarm.level());
    }

    private static MarkMatter matter(Instant first, int hours, String words) {
        return new MarkMatter(first, first.plus(Duration.ofHours(hours)), words);
    }

    private String after(String act, MarkMatter... matters) {
        Instant now = EIGHT.plus(Duration.ofHours(30 + ++acts));
        EpisodeDecision decision =
                rule.decide(new MarkCase(OUTLET, List.of(matters), List.copyOf(alarms.values()), act, now));
        StringBuilder text = new StringBuilder(decision.kind().name());
        for (AlarmChange change : decision.changes()) {
            alarms.put(change.alarm().key().firstHour(), change.alarm());
            change.events().forEach(event -> text.append(' ').append(event.kind()));
        }
        return text.toString();
    }
}
