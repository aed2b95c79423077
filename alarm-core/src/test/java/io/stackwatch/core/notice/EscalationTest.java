package io.stackwatch.core.notice;

import static io.stackwatch.core.alarm.AlarmEventKind.ACKNOWLEDGED;
import static io.stackwatch.core.alarm.AlarmEventKind.CLEARED;
import static io.stackwatch.core.alarm.AlarmEventKind.RAISED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmFixture;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.registry.DataTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Steps of the plan that comes with the program (regulation notes 7.2), for the fixture's yellow exceedance. */
class EscalationTest {

    private static final EscalationPlan PLAN = EscalationPlan.load();
    private static final Escalation ESCALATION = new Escalation(PLAN);
    private static final Instant BEGAN = AlarmFixture.KNOWN;

    @Test
    void aYellowExceedanceGoesUpAllStepsAndIsRemindedOf() {
        assertEquals(
                List.of("L0 PT0S", "L1 PT2H", "L2 PT12H", "L3 PT24H", "L4 PT48H"),
                words(ESCALATION.begin(AlarmFixture.after(RAISED), BEGAN)));
        EscalationTimer first =
                ESCALATION.begin(AlarmFixture.after(RAISED), BEGAN).get(0);
        EscalationTimer reminder =
                ESCALATION.next(AlarmFixture.after(RAISED), first, BEGAN).orElseThrow();
        assertEquals(BEGAN.plus(Duration.ofHours(1)), reminder.dueAt());
        assertEquals(1, reminder.round());
        EscalationTimer last =
                ESCALATION.begin(AlarmFixture.after(RAISED), BEGAN).get(4);
        assertEquals(
                Optional.empty(),
                ESCALATION.next(AlarmFixture.after(RAISED), last, last.dueAt()),
                "the last step is told once");
    }

    @Test
    void anOrangeAlarmIsTheCountysAtOnce() {
        assertEquals(
                List.of("L0 PT0S", "L1 PT0S", "L2 PT12H", "L3 PT24H", "L4 PT48H"),
                words(ESCALATION.begin(at(AlarmLevel.ORANGE), BEGAN)));
    }

    @Test
    void anAlarmThatBecomesGraverTellsAgainWhoKnowsAndPullsForwardWhatItsLevelAsks() {
        Instant later = BEGAN.plusSeconds(600);
        List<EscalationTimer> begun = ESCALATION.begin(AlarmFixture.after(RAISED), BEGAN);
        EscalationTimer told =
                ESCALATION.next(AlarmFixture.after(RAISED), begun.get(0), BEGAN).orElseThrow();
        assertEquals(
                List.of("L0 PT10M", "L1 PT10M"),
                words(ESCALATION.risen(
                        at(AlarmLevel.ORANGE), List.of(told, begun.get(1), begun.get(2), begun.get(3)), later)));
        assertEquals(
                List.of(),
                words(ESCALATION.risen(AlarmFixture.after(RAISED), List.of(begun.get(1), begun.get(2)), later)),
                "yellow asks for nothing earlier");
    }

    @Test
    void anAcknowledgementStopsEveryStepAndTheEndOfTheCauseOnlyWhereNobodyNeedAnswer() {
        assertEquals(
                Optional.of(NotifyDecision.Silence.ACKNOWLEDGED),
                ESCALATION.stop(AlarmFixture.after(RAISED, ACKNOWLEDGED)));
        assertEquals(List.of(), ESCALATION.begin(AlarmFixture.after(RAISED, ACKNOWLEDGED), BEGAN));
        assertEquals(Optional.empty(), ESCALATION.stop(AlarmFixture.after(RAISED, CLEARED)), "it exceeded");
        assertTrue(PLAN.of(AlarmType.DATA_MISSING).endsWithCause());
        assertEquals(Optional.empty(), ESCALATION.stop(AlarmFixture.after(RAISED)));
    }

    @Test
    void aKindWithoutAChainIsToldToNobodyAndAnUnknownKindTakesTheDefault() {
        DataTable types = DataTable.parse("types", "type,chain,ends_with_cause\n*,DEFAULT,yes\nEX_H,,yes\n");
        DataTable steps = DataTable.resource(EscalationPlan.class, "escalation.csv");
        EscalationPlan plan = EscalationPlan.of(steps, types);
        assertEquals(List.of(), new Escalation(plan).begin(AlarmFixture.after(RAISED), BEGAN));
        assertEquals(5, plan.steps(new AlarmType("NEVER_SEEN"), BEGAN).size());
    }

    @Test
    void aChainThatIsNotInTheTableIsABrokenTable() {
        DataTable steps = DataTable.resource(EscalationPlan.class, "escalation.csv");
        DataTable types = DataTable.parse("types", "type,chain,ends_with_cause\n*,NOWHERE,yes\n");
        assertThrows(IllegalArgumentException.class, () -> EscalationPlan.of(steps, types));
    }

    private static Alarm at(AlarmLevel level) {
        Alarm alarm = AlarmFixture.after(RAISED);
        return alarm.after(new AlarmEvent(
                alarm.key(),
                AlarmEventKind.LEVEL_ROSE,
                BEGAN,
                alarm.firstHour(),
                alarm.lastHour(),
                level,
                AlarmReason.EXCEEDS,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of()));
    }

    private static List<String> words(List<EscalationTimer> timers) {
        return timers.stream()
                .map(timer -> "L" + timer.level() + " " + Duration.between(BEGAN, timer.dueAt()))
                .toList();
    }
}
