package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One alarm for a run of hours in which two accounts deviate. */
final class DeviationEpisodesTest {

    private DeviationEpisodes episodes = new DeviationEpisodes(AlarmType.MADE_DEVIATES);
    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private final TreeSet<Integer> agreed = new TreeSet<>();

    @Test
    void aRunOfDeviatingHoursIsOneAlarmThatEndsWithTheFirstHourThatAgrees() {
        assertEquals(Kind.NOTHING_NEW, agrees(7));
        assertEquals(Kind.STARTED, deviates(8));
        assertEquals(Kind.CONTINUED, deviates(9));
        assertEquals(List.of("8..9 ORANGE active"), shown());
        assertEquals(Kind.ENDED, agrees(10));
        assertEquals(List.of("8..9 ORANGE cleared AGREES"), shown());
        assertEquals(Kind.STARTED, deviates(11));
        assertEquals(List.of("8..9 ORANGE cleared AGREES", "11..11 ORANGE active"), shown());
    }

    @Test
    void bothNumbersStandAtTheEventsOfTheAlarm() {
        EpisodeDecision raised = episodes.deviates(facts(8));
        assertEquals(
                List.of("sent 36, own 40"),
                raised.changes().get(0).events().stream().map(AlarmEvent::note).toList());
    }

    @Test
    void theSameHourComparedAgainIsNothingNew() {
        deviates(8);
        assertEquals(Kind.NOTHING_NEW, deviates(8));
    }

    @Test
    void anOnlyHourThatAgreesAfterARevisionTakesTheAlarmBackAndMayBringItAgain() {
        deviates(8);
        assertEquals(Kind.ENDED, agrees(8));
        assertEquals(List.of("8..8 ORANGE cleared REVISED"), shown());
        assertEquals(Kind.REVISED, deviates(8));
        assertEquals(List.of("8..8 ORANGE active"), shown());
    }

    @Test
    void anHourInsideARunThatAgreesAfterARevisionIsRecordedAndTheRunGoesOn() {
        deviates(8);
        deviates(9);
        deviates(10);
        assertEquals(Kind.REVISED, agrees(9));
        assertEquals(List.of("8..10 ORANGE active"), shown());
    }

    @Test
    void anHourThatIsFoundLateBeforeARunMakesItBeginEarlier() {
        deviates(9);
        assertEquals(Kind.CONTINUED, deviates(8));
        assertEquals(List.of("8..9 ORANGE active"), shown());
    }

    @Test
    void anHourThatIsFoundLateBehindWhichAnotherAgreesIsRaisedAndClearedAtOnce() {
        agrees(12);
        assertEquals(Kind.STARTED, deviates(8));
        assertEquals(List.of("8..8 ORANGE cleared AGREES"), shown());
    }

    @Test
    void figuresThatComeUnderAStopAreAnAlarmOfTheirOwnKind() {
        episodes = DeviationEpisodes.underStops();
        assertEquals(Kind.STARTED, deviates(8));
        assertEquals(List.of("8..8 RED active"), shown());
        assertEquals(
                AlarmType.STOP_WITH_EMISSION,
                alarms.values().iterator().next().key().type());
        assertEquals(Kind.ENDED, agrees(9));
        assertEquals(List.of("8..8 RED cleared NO_EMISSION"), shown());
    }

    private Kind deviates(int hour) {
        agreed.remove(hour);
        return keep(episodes.deviates(facts(hour)));
    }

    private Kind agrees(int hour) {
        agreed.add(hour);
        return keep(episodes.agrees(facts(hour)));
    }

    private DeviationCase facts(int hour) {
        return new DeviationCase(
                new FactorHour(new OutletId("DA001"), new FactorCode("a21026"), EpisodeTimeline.hour(hour)),
                List.copyOf(alarms.values()),
                agreed.higher(hour) != null,
                EpisodeTimeline.hour(40),
                List.of(),
                "sent 36, own 40");
    }

    private Kind keep(EpisodeDecision decision) {
        decision.changes().forEach(change -> alarms.put(change.alarm().id(), change.alarm()));
        return decision.kind();
    }

    private List<String> shown() {
        return alarms.values().stream()
                .sorted(Comparator.comparing(Alarm::firstHour))
                .map(alarm -> EpisodeTimeline.number(alarm.firstHour()) + ".."
                        + EpisodeTimeline.number(alarm.lastHour()) + " " + alarm.level() + " "
                        + alarm.clearing().map(c -> "cleared " + c.reason()).orElse("active"))
                .toList();
    }
}
