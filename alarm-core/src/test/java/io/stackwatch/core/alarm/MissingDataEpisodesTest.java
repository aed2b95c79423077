package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Alarm catalogue DATA_MISS: one alarm per outlet, factor and continuous gap. */
class MissingDataEpisodesTest {

    private final GapTimeline timeline = new GapTimeline();

    @Test
    void aGapStartsContinuesAndEndsWithTheFirstHourThatComes() {
        assertEquals(Kind.NOTHING_NEW, timeline.received(7).last());
        assertEquals(Kind.STARTED, timeline.missing(8).last());
        assertEquals(Kind.CONTINUED, timeline.missing(9).last());
        assertEquals(List.of("8..9 BLUE active"), timeline.alarms());
        assertEquals(Kind.ENDED, timeline.received(10).last());
        assertEquals(List.of("8..9 BLUE cleared DATA_RECEIVED"), timeline.alarms());
        assertEquals(Kind.NOTHING_NEW, timeline.received(11).last());
    }

    @Test
    void theLevelRisesWithTheFourthTwelfthAndTwentyFourthHour() {
        timeline.missing(0, 2);
        assertEquals(List.of("0..2 BLUE active"), timeline.alarms());
        timeline.missing(3);
        assertEquals(List.of("0..3 YELLOW active"), timeline.alarms());
        timeline.missing(4, 10);
        assertEquals(List.of("0..10 YELLOW active"), timeline.alarms());
        timeline.missing(11);
        assertEquals(List.of("0..11 ORANGE active"), timeline.alarms());
        timeline.missing(12, 22);
        assertEquals(List.of("0..22 ORANGE active"), timeline.alarms());
        timeline.missing(23);
        assertEquals(List.of("0..23 RED active"), timeline.alarms());
    }

    @Test
    void aNewGapAfterDataIsAnAlarmOfItsOwn() {
        timeline.missing(8).received(9).missing(10);
        assertEquals(List.of("8..8 BLUE cleared DATA_RECEIVED", "10..10 BLUE active"), timeline.alarms());
    }

    @Test
    void aGapThatIsFoundAfterItEndedIsRaisedAndClearedAtOnceAndGrowsWithoutReopening() {
        timeline.received(12);
        assertEquals(Kind.STARTED, timeline.missing(8).last());
        assertEquals(List.of("8..8 BLUE cleared DATA_RECEIVED"), timeline.alarms());
        assertEquals(Kind.CONTINUED, timeline.missing(9).last());
        timeline.missing(10, 11);
        assertEquals(List.of("8..11 YELLOW cleared DATA_RECEIVED"), timeline.alarms());
    }

    @Test
    void anHourBeforeTheGapThatIsFoundMissingLaterMakesItBeginEarlierUnderTheSameKey() {
        timeline.missing(9);
        AlarmId id = timeline.standing().iterator().next().id();
        assertEquals(Kind.CONTINUED, timeline.missing(8).last());
        assertEquals(List.of("8..9 BLUE active"), timeline.alarms());
        assertEquals(id, timeline.standing().iterator().next().id());
    }

    @Test
    void anHourFetchedUpInsideTheGapIsRecordedAndTheGapGoesOn() {
        timeline.missing(8, 10);
        assertEquals(Kind.REVISED, timeline.received(9).last());
        assertEquals(List.of("8..10 BLUE active"), timeline.alarms());
        Alarm alarm = timeline.standing().iterator().next();
        assertTrue(timeline.history(alarm).stream().anyMatch(event -> event.kind() == AlarmEventKind.HOUR_REVISED));
    }

    @Test
    void theLastMissingHourFetchedUpEndsTheGap() {
        timeline.missing(8, 10);
        assertEquals(Kind.ENDED, timeline.received(10).last());
        assertEquals(List.of("8..10 BLUE cleared DATA_RECEIVED"), timeline.alarms());
    }

    @Test
    void aGapOfWhichTheLastHourIsNotDueAnyMoreEndsWithThatReason() {
        timeline.missing(8, 10);
        assertEquals(Kind.REVISED, timeline.excused(9).last());
        assertEquals(List.of("8..10 BLUE active"), timeline.alarms());
        assertEquals(Kind.ENDED, timeline.excused(10).last());
        assertEquals(List.of("8..10 BLUE cleared NOT_DUE"), timeline.alarms());
    }

    @Test
    void anHourFromBeforeTheGapDoesNotEndIt() {
        timeline.missing(8);
        assertEquals(Kind.NOTHING_NEW, timeline.received(7).last());
        assertEquals(List.of("8..8 BLUE active"), timeline.alarms());
    }

    @Test
    void theSameHourFoundMissingAgainChangesNothing() {
        timeline.missing(8);
        assertEquals(Kind.NOTHING_NEW, timeline.missing(8).last());
        assertEquals(1, timeline.history(timeline.standing().iterator().next()).size());
    }

    @Test
    void aMissingHourBetweenTwoGapsJoinsThemAndTheLaterAlarmIsKept() {
        timeline.received(12).missing(8).missing(10).missing(11);
        assertEquals(
                List.of("8..8 BLUE cleared DATA_RECEIVED", "10..11 BLUE cleared DATA_RECEIVED"), timeline.alarms());
        assertEquals(Kind.JOINED, timeline.missing(9).last());
        assertEquals(List.of("8..11 YELLOW cleared DATA_RECEIVED"), timeline.alarms());
        assertEquals(2, timeline.all().size(), "the later alarm is kept, cleared as joined");
    }

    @Test
    void twoGapsThatLastAreJoinedIntoOneThatLasts() {
        timeline.missing(10).missing(8).missing(9);
        assertEquals(List.of("8..10 BLUE active"), timeline.alarms());
        assertEquals(Kind.CONTINUED, timeline.missing(11).last());
        assertEquals(List.of("8..11 YELLOW active"), timeline.alarms());
    }

    /** Whatever the order in which hours are looked at and come, a missing hour lies in one alarm and data end it. */
    @Test
    void anyOrderOfArrivalKeepsTheInvariants() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            GapTimeline one = new GapTimeline();
            Set<Integer> missed = new TreeSet<>();
            List<Integer> hours = new ArrayList<>();
            for (int hour = 0; hour < 12; hour++) {
                hours.add(hour);
                hours.add(hour);
            }
            Collections.shuffle(hours, random);
            StringBuilder story = new StringBuilder("seed " + seed + " round " + round + ":");
            for (int hour : hours) {
                if (one.received().contains(hour)) {
                    continue;
                }
                if (random.nextInt(3) == 0) {
                    story.append(" +").append(hour);
                    one.received(hour);
                } else {
                    story.append(" -").append(hour);
                    one.missing(hour);
                    missed.add(hour);
                }
                assertInvariants(one, missed, story + " -> " + one.alarms());
            }
        }
    }

    private static void assertInvariants(GapTimeline timeline, Set<Integer> missed, String story) {
        for (int hour = 0; hour < 12; hour++) {
            int asked = hour;
            long covering = timeline.standing().stream()
                    .filter(alarm -> alarm.spans(EpisodeTimeline.hour(asked)))
                    .count();
            assertTrue(covering <= 1, () -> covering + " alarms at " + asked + "; " + story);
            if (missed.contains(hour)) {
                assertEquals(1, covering, () -> "alarms of missing hour " + asked + "; " + story);
            }
        }
        for (Alarm alarm : timeline.standing()) {
            long end = EpisodeTimeline.number(alarm.lastHour());
            boolean over = !timeline.received().isEmpty() && timeline.received().last() >= end;
            assertEquals(!over, alarm.active(), () -> "activity of the alarm that ends at " + end + "; " + story);
        }
        for (Alarm alarm : timeline.all()) {
            assertEquals(alarm, Alarm.fold(timeline.history(alarm)), () -> "history makes another alarm; " + story);
        }
    }
}
