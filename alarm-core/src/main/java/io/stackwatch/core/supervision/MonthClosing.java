package io.stackwatch.core.supervision;

import io.stackwatch.core.supervision.MonthDecision.Reason;
import io.stackwatch.core.supervision.MonthDecision.Refused;
import io.stackwatch.core.supervision.MonthDecision.Taken;
import io.stackwatch.core.supervision.MonthProcess.Step;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a month has come: the fold of its events. Immutable; safe to share.
 *
 * @param month which month, in legal time
 * @param state empty before it was opened
 * @param versions how many versions of its figures there are; the newest has this number
 * @param frozenAt when it was frozen
 */
public record MonthClosing(YearMonth month, Optional<MonthState> state, int versions, Optional<Instant> frozenAt) {

    /** A month to which nothing has happened. */
    public static MonthClosing of(YearMonth month) {
        return new MonthClosing(month, Optional.empty(), 0, Optional.empty());
    }

    /** Replays a history; a step that the table or the calendar refuses is a broken history, named with the way so far. */
    public static MonthClosing fold(YearMonth month, List<MonthEvent> events, MonthCalendar calendar) {
        MonthClosing closing = of(month);
        List<MonthEventKind> way = new ArrayList<>();
        for (MonthEvent event : events) {
            MonthClosing before = closing;
            closing = before.decide(event, calendar).match(Taken::after, refused -> {
                throw new IllegalStateException(event.kind() + " in state "
                        + before.state.map(MonthState::name).orElse("-") + " of " + month + " after " + way + ": "
                        + refused.reason());
            });
            way.add(event.kind());
        }
        return closing;
    }

    /** Whether an event may happen, with the month behind it or the reason why not. */
    public MonthDecision decide(MonthEvent event, MonthCalendar calendar) {
        if (!event.month().equals(month)) {
            throw new IllegalArgumentException("an event of " + event.month() + " for " + month);
        }
        Optional<Step> step = MonthProcess.step(state, event.kind());
        if (step.isEmpty()) {
            return new Refused(whyNot(event.kind()), due(calendar).filter(due -> !isFrozen()));
        }
        Optional<Instant> due = step.get().notBefore().map(moment -> calendar.due(moment, month));
        if (due.isPresent() && event.at().isBefore(due.get())) {
            return new Refused(Reason.TOO_EARLY, due);
        }
        if (!reasoned(event)) {
            return new Refused(Reason.NO_REASON_GIVEN, Optional.empty());
        }
        return new Taken(after(event, step.get().to()));
    }

    private static boolean reasoned(MonthEvent event) {
        return event.match(
                opened -> true,
                counted -> true,
                ended -> true,
                recomputed -> !recomputed.by().isBlank() && !recomputed.reason().isBlank());
    }

    private Reason whyNot(MonthEventKind event) {
        if (state.isEmpty()) {
            return Reason.NOT_OPENED;
        }
        if (event == MonthEventKind.RECOMPUTED) {
            return Reason.NOT_FROZEN;
        }
        if (isFrozen()) {
            return Reason.ALREADY_FROZEN;
        }
        return reached(event) ? Reason.ALREADY_DONE : Reason.OUT_OF_ORDER;
    }

    private boolean reached(MonthEventKind event) {
        return MonthProcess.steps().stream()
                .anyMatch(step -> step.event() == event && step.to().compareTo(state.orElseThrow()) <= 0);
    }

    private MonthClosing after(MonthEvent event, MonthState to) {
        int next = versions + 1;
        event.version().ifPresent(number -> {
            if (number != next) {
                throw new IllegalArgumentException("version " + number + " of " + month + ", expected " + next);
            }
        });
        return new MonthClosing(
                month,
                Optional.of(to),
                event.kind().counts() ? next : versions,
                event.kind() == MonthEventKind.FROZEN ? Optional.of(event.at()) : frozenAt);
    }

    private boolean isFrozen() {
        return state.equals(Optional.of(MonthState.FROZEN));
    }

    /** When the calendar brings the next step; empty if none is left but an officer's act. */
    public Optional<Instant> due(MonthCalendar calendar) {
        return MonthProcess.next(state).flatMap(Step::notBefore).map(moment -> calendar.due(moment, month));
    }

    /** The step that the calendar has brought by {@code now}, as the event that makes it; empty if nothing is due. */
    public Optional<MonthEvent> next(MonthCalendar calendar, Instant now) {
        Optional<Instant> due = due(calendar);
        if (due.isEmpty() || now.isBefore(due.get())) {
            return Optional.empty();
        }
        return MonthProcess.next(state).map(step -> event(step.event(), now));
    }

    private MonthEvent event(MonthEventKind kind, Instant now) {
        return switch (kind) {
            case OPENED -> new MonthEvent.Opened(month, now);
            case PROVISIONAL_COUNTED -> new MonthEvent.Counted(month, now, MonthEvent.Stage.PROVISIONAL, versions + 1);
            case PRELIMINARY_COUNTED -> new MonthEvent.Counted(month, now, MonthEvent.Stage.PRELIMINARY, versions + 1);
            case VOUCHERS_ENDED -> new MonthEvent.VouchersEnded(month, now);
            case FROZEN -> new MonthEvent.Counted(month, now, MonthEvent.Stage.FREEZE, versions + 1);
            case RECOMPUTED -> throw new IllegalStateException("no calendar brings " + kind);
        };
    }

    /** The recomputation that an officer asks for. */
    public MonthEvent recomputation(Instant at, String by, String reason) {
        return new MonthEvent.Recomputed(month, at, versions + 1, by, reason);
    }
}
