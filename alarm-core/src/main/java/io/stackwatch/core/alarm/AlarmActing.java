package io.stackwatch.core.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answer to what a person wants to be done with an alarm. */
public sealed interface AlarmActing {

    /** What persons do with alarms. */
    Set<AlarmEventKind> OF_PERSONS = Set.copyOf(EnumSet.of(
            AlarmEventKind.ACKNOWLEDGED,
            AlarmEventKind.ASSIGNED,
            AlarmEventKind.SHELVED,
            AlarmEventKind.UNSHELVED,
            AlarmEventKind.TAKEN_OUT_OF_SERVICE,
            AlarmEventKind.RETURNED_TO_SERVICE));

    /** Calls the function of the variant. */
    <T> T match(Function<Done, T> done, Function<Refused, T> refused);

    /**
     * Decides: a name and a note are always needed, and a shelf has an end.
     *
     * @param longestShelf an alarm is put aside for so long at most
     */
    static AlarmActing decide(Alarm alarm, AlarmOrder order, Duration longestShelf, Instant at) {
        Optional<AlarmRefusal> fault = fault(order, longestShelf, at);
        if (fault.isPresent()) {
            return new Refused(alarm.state(), order.event(), fault.get());
        }
        return AlarmProcess.step(Optional.of(alarm.state()), order.event())
                .match(
                        taken -> new Done(change(alarm, order, at)),
                        refused -> new Refused(alarm.state(), order.event(), refused.why()));
    }

    private static Optional<AlarmRefusal> fault(AlarmOrder order, Duration longestShelf, Instant at) {
        if (!OF_PERSONS.contains(order.event())) {
            return Optional.of(AlarmRefusal.NOT_A_PERSONS_ACT);
        }
        if (order.by().isBlank()) {
            return Optional.of(AlarmRefusal.NAME_MISSING);
        }
        if (order.why().isBlank()) {
            return Optional.of(AlarmRefusal.NOTE_MISSING);
        }
        if (order.event() == AlarmEventKind.ASSIGNED
                && order.to().filter(name -> !name.isBlank()).isEmpty()) {
            return Optional.of(AlarmRefusal.ASSIGNEE_MISSING);
        }
        if (order.event() == AlarmEventKind.SHELVED && order.until().isEmpty()) {
            return Optional.of(AlarmRefusal.END_MISSING);
        }
        if (order.until().filter(end -> !end.isAfter(at)).isPresent()) {
            return Optional.of(AlarmRefusal.END_NOT_AHEAD);
        }
        boolean tooFar = order.event() == AlarmEventKind.SHELVED
                && order.until()
                        .filter(end -> end.isAfter(at.plus(longestShelf)))
                        .isPresent();
        return tooFar ? Optional.of(AlarmRefusal.END_TOO_FAR) : Optional.empty();
    }

    private static AlarmChange change(Alarm alarm, AlarmOrder order, Instant at) {
        boolean putsAside =
                order.event() == AlarmEventKind.SHELVED || order.event() == AlarmEventKind.TAKEN_OUT_OF_SERVICE;
        AlarmEvent event = AlarmEvent.of(
                alarm,
                order.event(),
                AlarmReason.OFFICER,
                Optional.of(order.by().strip()),
                order.why().strip(),
                putsAside ? order.until() : Optional.empty(),
                order.event() == AlarmEventKind.ASSIGNED ? order.to().map(String::strip) : Optional.empty(),
                at);
        return new AlarmChange(alarm.after(event), List.of(event));
    }

    /** It is done. */
    record Done(AlarmChange change) implements AlarmActing {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused) {
            return done.apply(this);
        }
    }

    /** It is not. */
    record Refused(AlarmState state, AlarmEventKind event, AlarmRefusal why) implements AlarmActing {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
