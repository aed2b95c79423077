package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** When which step of an alarm's chain is due: the timers of an alarm, as a pure function. Safe to share. */
public final class Escalation {

    private final EscalationPlan plan;

    public Escalation(EscalationPlan plan) {
        this.plan = plan;
    }

    /** The timers of an alarm that begins to ask; none if nobody is told of its kind, or nobody need be told any more. */
    public List<EscalationTimer> begin(Alarm alarm, Instant began) {
        if (stop(alarm).isPresent()) {
            return List.of();
        }
        return plan.steps(alarm.key().type(), began).stream()
                .map(step ->
                        new EscalationTimer(alarm.id(), began, step.level(), 0, began.plus(step.after(alarm.level()))))
                .toList();
    }

    /**
     * Those of an alarm's timers that change because it became graver: steps that are not due yet may come earlier, and those that were
     * told at a lower level are told again.
     *
     * @param timers those that no reason has stopped, also if they were told as often as they had to be
     */
    public List<EscalationTimer> risen(Alarm alarm, Collection<EscalationTimer> timers, Instant at) {
        List<EscalationTimer> changed = new ArrayList<>();
        for (EscalationTimer timer : timers) {
            Optional<Instant> due = timer.round() > 0
                    ? Optional.of(at)
                    : plan.step(alarm.key().type(), timer.level(), timer.began())
                            .map(step -> later(timer.began().plus(step.after(alarm.level())), at))
                            .filter(earlier -> earlier.isBefore(timer.dueAt()));
            due.ifPresent(when ->
                    changed.add(new EscalationTimer(timer.alarm(), timer.began(), timer.level(), timer.round(), when)));
        }
        return changed;
    }

    /** The timer of the next reminder behind one that was due; empty if its step is told once. */
    public Optional<EscalationTimer> next(Alarm alarm, EscalationTimer fired, Instant now) {
        return plan.step(alarm.key().type(), fired.level(), fired.began())
                .flatMap(EscalationStep::remindEvery)
                .map(every -> new EscalationTimer(
                        fired.alarm(), fired.began(), fired.level(), fired.round() + 1, now.plus(every)));
    }

    /** Why the timers of an alarm stop, as it stands; empty if they do not. */
    public Optional<NotifyDecision.Silence> stop(Alarm alarm) {
        if (alarm.joined()) {
            return Optional.of(NotifyDecision.Silence.JOINED_TO_EARLIER);
        }
        if (alarm.state().acknowledged()) {
            return Optional.of(NotifyDecision.Silence.ACKNOWLEDGED);
        }
        return !alarm.active() && plan.of(alarm.key().type()).endsWithCause()
                ? Optional.of(NotifyDecision.Silence.OVER)
                : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
