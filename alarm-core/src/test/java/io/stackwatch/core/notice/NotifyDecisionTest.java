package io.stackwatch.core.notice;

import static io.stackwatch.core.alarm.AlarmEventKind.ACKNOWLEDGED;
import static io.stackwatch.core.alarm.AlarmEventKind.CLEARED;
import static io.stackwatch.core.alarm.AlarmEventKind.CONTINUED;
import static io.stackwatch.core.alarm.AlarmEventKind.GREW_BACK;
import static io.stackwatch.core.alarm.AlarmEventKind.HOUR_REVISED;
import static io.stackwatch.core.alarm.AlarmEventKind.LEVEL_ROSE;
import static io.stackwatch.core.alarm.AlarmEventKind.RAISED;
import static io.stackwatch.core.alarm.AlarmEventKind.REOPENED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmChange;
import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmFixture;
import io.stackwatch.core.alarm.AlarmReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which changes are worth a message; the fixture's only hour ends at 01:00. */
class NotifyDecisionTest {

    private static final Duration BACKLOG = Duration.ofHours(24);

    /** Answers of {@link Telling} and of the steps of escalation. */
    private static final Set<String> OF_STEPS = Set.of(
            "ESCALATED",
            "REMINDER",
            "ACKNOWLEDGED",
            "OVER",
            "NOBODY_ON_DUTY",
            "NO_ADDRESS",
            "QUIET",
            "TOLD_WITH_GROUP");

    private static final Instant SOON = AlarmFixture.KNOWN;
    private static final Instant LAST_MOMENT =
            AlarmFixture.HOUR.plus(Duration.ofHours(1)).plus(BACKLOG);
    private static final Instant TOO_LATE = LAST_MOMENT.plusMillis(1);

    @Test
    void aNewAlarmAReopenedOneAHigherLevelAndTheEndAreTold() {
        assertEquals("NEW_ALARM", told(List.of(), SOON, RAISED));
        assertEquals("NEW_ALARM", told(List.of(), SOON, RAISED, LEVEL_ROSE));
        assertEquals("REOPENED", told(List.of(RAISED, CLEARED), SOON, REOPENED));
        assertEquals("LEVEL_ROSE", told(List.of(RAISED), SOON, CONTINUED, LEVEL_ROSE));
        assertEquals("ENDED", told(List.of(RAISED), SOON, CLEARED));
        assertEquals("ENDED", told(List.of(RAISED), SOON, LEVEL_ROSE, CLEARED));
    }

    @Test
    void whatWasOverWhenItBecameKnownIsToldOnce() {
        assertEquals("BEGAN_AND_ENDED", told(List.of(), SOON, RAISED, CLEARED));
        assertEquals("BEGAN_AND_ENDED", told(List.of(RAISED, CLEARED), SOON, REOPENED, CLEARED));
    }

    @Test
    void whatPeopleKnowIsNotToldAgain() {
        assertEquals("NOTHING_NEW", told(List.of(RAISED), SOON, CONTINUED));
        assertEquals("NOTHING_NEW", told(List.of(RAISED), SOON, GREW_BACK));
        assertEquals("NOTHING_NEW", told(List.of(RAISED), SOON, HOUR_REVISED));
        assertEquals("NOTHING_NEW", told(List.of(RAISED), SOON, ACKNOWLEDGED));
        assertEquals("NOTHING_NEW", told(List.of(RAISED), TOO_LATE, CONTINUED), "age is not the reason");
    }

    @Test
    void anEpisodeOlderThanTheBacklogIsNotSentAndOneThatIsExactlyThatOldIs() {
        assertEquals("NEW_ALARM", told(List.of(), LAST_MOMENT, RAISED));
        assertEquals("BACKLOG", told(List.of(), TOO_LATE, RAISED));
        assertEquals("LEVEL_ROSE", told(List.of(RAISED), LAST_MOMENT, LEVEL_ROSE));
        assertEquals("BACKLOG", told(List.of(RAISED), TOO_LATE, LEVEL_ROSE));
        assertEquals("REOPENED", told(List.of(RAISED, CLEARED), LAST_MOMENT, REOPENED));
        assertEquals("BACKLOG", told(List.of(RAISED, CLEARED), TOO_LATE, REOPENED));
        assertEquals("BEGAN_AND_ENDED", told(List.of(), LAST_MOMENT, RAISED, CLEARED));
        assertEquals("BACKLOG", told(List.of(), TOO_LATE, RAISED, CLEARED));
    }

    @Test
    void theEndOfAnAlarmThatPeopleKnowIsToldHoweverOldItsHoursAre() {
        assertEquals("ENDED", told(List.of(RAISED), TOO_LATE, CLEARED));
    }

    @Test
    void anAlarmThatGoesOnUnderAnEarlierOneIsSilent() {
        Alarm raised = AlarmFixture.after(RAISED);
        AlarmEvent joined = AlarmFixture.event(CLEARED, AlarmReason.JOINED_TO_EARLIER);
        assertEquals(
                "JOINED_TO_EARLIER",
                name(NotifyDecision.on(new AlarmChange(raised.after(joined), List.of(joined)), BACKLOG, SOON)));
    }

    @Test
    void everyAnswerIsAmongTheseTests() {
        assertEquals(
                new TreeSet<>(List.of(
                        "NEW_ALARM",
                        "REOPENED",
                        "LEVEL_ROSE",
                        "ENDED",
                        "BEGAN_AND_ENDED",
                        "NOTHING_NEW",
                        "BACKLOG",
                        "JOINED_TO_EARLIER",
                        "ASKS_AGAIN",
                        "ASSIGNED",
                        "SHELVED",
                        "SUPPRESSED",
                        "OUT_OF_SERVICE")),
                new TreeSet<>(Stream.concat(
                                Stream.of(NotifyDecision.Occasion.values()).map(Enum::name),
                                Stream.of(NotifyDecision.Silence.values()).map(Enum::name))
                        .filter(name -> !OF_STEPS.contains(name))
                        .toList()));
    }

    /** The answer to one change, of these kinds, of an alarm that had this history. */
    @Test
    void whatIsPutAsideIsNotToldAndWhatAsksAgainIs() {
        assertEquals("SHELVED", told(List.of(RAISED), SOON, AlarmEventKind.SHELVED));
        assertEquals("SHELVED", told(List.of(RAISED, AlarmEventKind.SHELVED), SOON, CLEARED));
        assertEquals("LEVEL_ROSE", told(List.of(RAISED, AlarmEventKind.SHELVED), SOON, LEVEL_ROSE));
        assertEquals("ASKS_AGAIN", told(List.of(RAISED, AlarmEventKind.SHELVED), SOON, AlarmEventKind.UNSHELVED));
        assertEquals(
                "NOTHING_NEW",
                told(List.of(RAISED, ACKNOWLEDGED, AlarmEventKind.SHELVED), SOON, AlarmEventKind.UNSHELVED),
                "somebody acts already");
        assertEquals("SUPPRESSED", told(List.of(RAISED), SOON, AlarmEventKind.SUPPRESSED));
        assertEquals("SUPPRESSED", told(List.of(RAISED, AlarmEventKind.SUPPRESSED), SOON, LEVEL_ROSE));
        assertEquals("OUT_OF_SERVICE", told(List.of(RAISED, AlarmEventKind.TAKEN_OUT_OF_SERVICE), SOON, CLEARED));
        assertEquals("ASSIGNED", told(List.of(RAISED), SOON, AlarmEventKind.ASSIGNED));
    }

    private static String told(List<AlarmEventKind> history, Instant now, AlarmEventKind... kinds) {
        List<AlarmEvent> events = new ArrayList<>();
        history.forEach(kind -> events.add(AlarmFixture.event(kind)));
        List<AlarmEvent> news = Stream.of(kinds).map(AlarmFixture::event).toList();
        events.addAll(news);
        return name(NotifyDecision.on(new AlarmChange(Alarm.fold(events), news), BACKLOG, now));
    }

    private static String name(NotifyDecision decision) {
        return decision.match(yes -> yes.occasion().name(), no -> no.reason().name());
    }
}
