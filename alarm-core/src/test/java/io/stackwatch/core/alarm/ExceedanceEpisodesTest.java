package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.exceedance.RuleParameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Alarm catalogue EX_H: one alarm per outlet, factor and continuous episode. */
class ExceedanceEpisodesTest {

    private static final List<Outcome> OUTCOMES = List.of(Outcome.WITHIN, Outcome.EXCEEDS, Outcome.NOT_JUDGED);

    private static final RuleParameters PARAMETERS = RuleParameters.load();

    private final EpisodeTimeline timeline = new EpisodeTimeline();

    @Test
    void anEpisodeStartsContinuesAndEndsWithTheFirstHourThatIsWithin() {
        assertEquals(Kind.NOTHING_NEW, timeline.within(7).last());
        assertEquals(Kind.STARTED, timeline.exceeds(8, "0.05").last());
        assertEquals(List.of("8..8 YELLOW active"), timeline.alarms());
        assertEquals(Kind.CONTINUED, timeline.exceeds(9, "0.05").last());
        assertEquals(Kind.ENDED, timeline.within(10).last());
        assertEquals(List.of("8..9 YELLOW cleared WITHIN"), timeline.alarms());
        assertEquals(Kind.NOTHING_NEW, timeline.within(11).last());
    }

    @Test
    void theLevelRisesAtATenthAboveAtTwiceTheLimitAndWithTheThirdHourAndNeverFalls() {
        timeline.exceeds(0, "0.0999");
        assertEquals(List.of("0..0 YELLOW active"), timeline.alarms());
        timeline.exceeds(1, "0.1");
        assertEquals(List.of("0..1 ORANGE active"), timeline.alarms());
        timeline.exceeds(2, "0.01");
        assertEquals(List.of("0..2 RED active"), timeline.alarms());
        timeline.within(3).exceeds(10, "1");
        assertEquals(List.of("0..2 RED cleared WITHIN", "10..10 RED active"), timeline.alarms());
    }

    @Test
    void anHourThatWasNotJudgedNeitherEndsNorMakesItLonger() {
        timeline.exceeds(8, "0.05").notJudged(9);
        assertEquals(List.of("8..8 YELLOW active"), timeline.alarms());
        assertEquals(Kind.CONTINUED, timeline.exceeds(10, "0.05").last());
        assertEquals(1, timeline.standing().size());
        timeline.notJudged(11).within(12);
        assertEquals(List.of("8..10 YELLOW cleared WITHIN"), timeline.alarms());
    }

    @Test
    void anHourThatIsFetchedUpLaterMakesTheEpisodeBeginEarlierUnderTheSameKey() {
        timeline.exceeds(9, "0.05");
        AlarmId id = timeline.standing().iterator().next().id();
        assertEquals(Kind.CONTINUED, timeline.exceeds(8, "0.05").last());
        assertEquals(List.of("8..9 YELLOW active"), timeline.alarms());
        assertEquals(id, timeline.standing().iterator().next().id());
    }

    @Test
    void theOnlyHourRevisedToWithinClearsTheAlarmWithThatReasonAndKeepsIt() {
        timeline.exceeds(8, "0.05");
        assertEquals(Kind.REVISED, timeline.within(8).last());
        assertEquals(List.of("8..8 YELLOW cleared REVISED"), timeline.alarms());
    }

    @Test
    void anAlarmThatWasRevisedAwayLivesAgainWhenTheHourExceedsAfterAll() {
        timeline.exceeds(8, "0.05").within(8).exceeds(8, "0.2");
        assertEquals(List.of("8..8 ORANGE active"), timeline.alarms());
        assertEquals(1, timeline.all().size());
        assertTrue(timeline.history().stream().anyMatch(event -> event.kind() == AlarmEventKind.REOPENED));
    }

    @Test
    void anHourInTheMiddleRevisedToWithinIsRecordedAndTheSpanStays() {
        timeline.exceeds(8, "0.05").exceeds(9, "0.05").exceeds(10, "0.05");
        assertEquals(Kind.REVISED, timeline.within(9).last());
        assertEquals(List.of("8..10 RED active"), timeline.alarms());
        assertTrue(timeline.history().stream().anyMatch(event -> event.kind() == AlarmEventKind.HOUR_REVISED));
    }

    @Test
    void anHourAtTheEdgeRevisedToWithinMakesTheSpanShorter() {
        timeline.exceeds(8, "0.05").exceeds(9, "0.05").within(9);
        assertEquals(List.of("8..8 YELLOW cleared WITHIN"), timeline.alarms());
    }

    @Test
    void anHourBetweenTwoEpisodesThatExceedsAfterAllJoinsThem() {
        timeline.exceeds(8, "0.05").within(9).exceeds(10, "0.2");
        assertEquals(2, timeline.standing().size());
        assertEquals(Kind.JOINED, timeline.exceeds(9, "0.05").last());
        assertEquals(List.of("8..10 RED active"), timeline.alarms());
        assertEquals(2, timeline.all().size(), "the later alarm is kept, cleared as joined");
    }

    @Test
    void theJoinedAlarmIsAsGraveAsTheGravestHasBeenAlsoWhereThatHourWasRevisedSince() {
        timeline.exceeds(6, "0.05").within(7).exceeds(10, "1").exceeds(10, "0.05");
        assertEquals(List.of("6..6 YELLOW cleared WITHIN", "10..10 RED active"), timeline.alarms());
        assertEquals(Kind.JOINED, timeline.exceeds(7, "0.05").last());
        assertEquals(List.of("6..10 RED active"), timeline.alarms());
    }

    @Test
    void anEndThatIsRevisedToNotJudgedIsWithdrawn() {
        timeline.exceeds(8, "0.05").within(9);
        assertEquals(Kind.REVISED, timeline.notJudged(9).last());
        assertEquals(List.of("8..8 YELLOW active"), timeline.alarms());
    }

    /** Absence is not "within": one hour that cannot be judged any more does not end an alarm, unless nothing else is left. */
    @Test
    void theLastExceedingHourThatCannotBeJudgedAnyMoreEndsTheAlarmOnlyWhereAnotherHourIsWithin() {
        timeline.exceeds(5, "0.05").notJudged(5);
        assertEquals(List.of("5..5 YELLOW active"), timeline.alarms());

        EpisodeTimeline other = new EpisodeTimeline();
        other.exceeds(5, "0.05")
                .exceeds(6, "0.05")
                .exceeds(7, "0.05")
                .notJudged(5)
                .within(6)
                .notJudged(7);
        assertEquals(List.of("5..7 RED cleared REVISED"), other.alarms());
    }

    /** The alarm waits for a judged hour, inside its span or behind it; it does not wait for ever. */
    @Test
    void anAlarmWhoseOnlyHourCannotBeJudgedAnyMoreEndsWithTheNextHourThatIsWithin() {
        timeline.exceeds(5, "0.05").notJudged(5).notJudged(6);
        assertEquals(List.of("5..5 YELLOW active"), timeline.alarms());
        assertEquals(Kind.ENDED, timeline.within(7).last());
        assertEquals(List.of("5..5 YELLOW cleared WITHIN"), timeline.alarms());
        assertEquals(Kind.NOTHING_NEW, timeline.within(8).last());
    }

    @Test
    void anEndIsWithdrawnAlsoWhereALaterAlarmThatLostItsCauseStandsBehindIt() {
        timeline.exceeds(7, "0.05").exceeds(8, "0.05").within(8).within(9);
        assertEquals(List.of("7..7 YELLOW cleared WITHIN"), timeline.alarms());
        EpisodeTimeline other = new EpisodeTimeline();
        other.within(7).exceeds(4, "0.05").exceeds(8, "0.05").within(8).notJudged(7);
        assertEquals(List.of("4..4 YELLOW cleared WITHIN", "8..8 YELLOW cleared REVISED"), other.alarms());
        assertEquals(Kind.REVISED, other.notJudged(8).last());
        assertEquals(List.of("4..4 YELLOW active", "8..8 YELLOW cleared REVISED"), other.alarms());
    }

    @Test
    void theSameVerdictAgainChangesNothing() {
        timeline.exceeds(8, "0.05");
        int events = timeline.history().size();
        assertEquals(Kind.NOTHING_NEW, timeline.exceeds(8, "0.05").last());
        assertEquals(events, timeline.history().size());
    }

    /** In whatever order hours come and are revised, no exceedance is without an alarm and none has two. */
    @Test
    void anyOrderOfArrivalKeepsTheInvariants() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            EpisodeTimeline one = new EpisodeTimeline();
            List<Integer> hours = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                hours.add(random.nextInt(10));
            }
            Collections.shuffle(hours, random);
            StringBuilder story = new StringBuilder("seed " + seed + " round " + round + ":");
            for (int hour : hours) {
                Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
                story.append(' ').append(hour).append(outcome);
                one.judged(
                        hour,
                        outcome,
                        outcome == Outcome.EXCEEDS
                                ? Optional.of(Fraction.of(new BigDecimal("0.0" + (1 + random.nextInt(9)))))
                                : Optional.empty());
                assertInvariants(one, story.toString());
            }
        }
    }

    private static void assertInvariants(EpisodeTimeline timeline, String story) {
        for (HourOutcome outcome : timeline.outcomes().values()) {
            long covering = timeline.standing().stream()
                    .filter(alarm -> alarm.spans(outcome.hour()))
                    .count();
            if (outcome.outcome() == Outcome.EXCEEDS) {
                assertEquals(
                        1, covering, () -> "alarms of hour " + outcome + "; " + story + " -> " + timeline.alarms());
            } else {
                assertTrue(covering <= 1, () -> "two alarms at " + outcome + "; " + story + " -> " + timeline.alarms());
            }
        }
        for (Alarm alarm : timeline.standing()) {
            assertActivityAndLevel(timeline, alarm, story + " -> " + timeline.alarms());
        }
        for (Alarm alarm : timeline.all()) {
            List<AlarmEvent> own = timeline.history().stream()
                    .filter(event -> event.key().equals(alarm.key()))
                    .toList();
            assertEquals(alarm, Alarm.fold(own), () -> "history makes another alarm; " + story);
        }
    }

    /** Worked out from the verdicts alone: the first judged hour behind the last exceeding one says whether it is over. */
    private static void assertActivityAndLevel(EpisodeTimeline timeline, Alarm alarm, String story) {
        List<HourOutcome> judged = timeline.outcomes().values().stream()
                .filter(outcome -> outcome.outcome() != Outcome.NOT_JUDGED)
                .toList();
        List<HourOutcome> exceeding = judged.stream()
                .filter(outcome -> outcome.outcome() == Outcome.EXCEEDS && alarm.spans(outcome.hour()))
                .toList();
        boolean caused = !exceeding.isEmpty();
        Instant end = caused ? exceeding.get(exceeding.size() - 1).hour() : alarm.lastHour();
        Optional<HourOutcome> next =
                judged.stream().filter(outcome -> outcome.hour().isAfter(end)).findFirst();
        boolean over = next.filter(n -> n.outcome() == Outcome.WITHIN).isPresent();
        boolean withinInside =
                judged.stream().anyMatch(outcome -> outcome.outcome() == Outcome.WITHIN && alarm.spans(outcome.hour()));
        if (over || (!caused && withinInside)) {
            assertFalse(alarm.active(), () -> "active without a cause: " + alarm + "; " + story);
        } else if (caused && next.isEmpty()) {
            assertTrue(alarm.active(), () -> "cleared while its cause holds: " + alarm + "; " + story);
        }
        AlarmLevel least = ExceedanceLevel.of(exceeding, PARAMETERS, end);
        assertTrue(alarm.level().compareTo(least) >= 0, () -> alarm.level() + " below " + least + "; " + story);
    }
}
