package io.stackwatch.core.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the machine does to the attention that an alarm asks for: it suppresses by a cause that has a name, lets go when the
 * cause is gone, and puts back what was put aside for a time. Pure.
 */
public final class Upkeep {

    private Upkeep() {}

    /**
     * Suppresses an alarm.
     *
     * @param until when the cause ends by itself, if that is known
     * @return empty if the alarm does not ask for attention now, or its cause has ended
     */
    public static Optional<AlarmChange> suppress(
            Alarm alarm, SuppressionCause cause, String words, Optional<Instant> until, Instant at) {
        return happens(alarm, AlarmEventKind.SUPPRESSED, cause.reason(), words, until, Optional.of(cause.text()), at);
    }

    /** Lets a suppressed alarm ask for attention again; empty if it is not suppressed. */
    public static Optional<AlarmChange> release(Alarm alarm, String words, Instant at) {
        return happens(
                alarm,
                AlarmEventKind.UNSUPPRESSED,
                AlarmReason.CAUSE_GONE,
                words,
                Optional.empty(),
                Optional.empty(),
                at);
    }

    /** Ends what was to last for a time; empty if nothing was, or the time is not over. */
    public static Optional<AlarmChange> expire(Alarm alarm, Instant now) {
        if (alarm.abeyance().filter(abeyance -> abeyance.over(now)).isEmpty()) {
            return Optional.empty();
        }
        AlarmEventKind event =
                switch (alarm.state().attention()) {
                    case SHELVED -> AlarmEventKind.UNSHELVED;
                    case SUPPRESSED -> AlarmEventKind.UNSUPPRESSED;
                    case OUT_OF_SERVICE -> AlarmEventKind.RETURNED_TO_SERVICE;
                    case ASKED -> throw new IllegalStateException("an alarm that asks has no abeyance: " + alarm.key());
                };
        return happens(alarm, event, AlarmReason.SHELF_ENDED, "", Optional.empty(), Optional.empty(), now);
    }

    private static Optional<AlarmChange> happens(
            Alarm alarm,
            AlarmEventKind kind,
            AlarmReason reason,
            String words,
            Optional<Instant> until,
            Optional<String> about,
            Instant at) {
        if (AlarmProcess.after(Optional.of(alarm.state()), kind).isEmpty()) {
            return Optional.empty();
        }
        AlarmEvent event = AlarmEvent.of(alarm, kind, reason, Optional.empty(), words, until, about, at);
        return Optional.of(new AlarmChange(alarm.after(event), List.of(event)));
    }
}
