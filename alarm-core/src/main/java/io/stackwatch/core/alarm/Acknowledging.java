package io.stackwatch.core.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answer to a person's wish to acknowledge an alarm. */
public sealed interface Acknowledging {

    /** Calls the function of the variant. */
    <T> T match(Function<Done, T> done, Function<Refused, T> refused);

    /**
     * Decides; a name and a note are needed, and an alarm is acknowledged once.
     *
     * @param by who
     * @param note what they write
     * @param at when
     */
    static Acknowledging decide(Alarm alarm, String by, String note, Instant at) {
        if (by.isBlank()) {
            return new Refused(Reason.NAME_MISSING);
        }
        if (note.isBlank()) {
            return new Refused(Reason.NOTE_MISSING);
        }
        if (alarm.state().acknowledged()) {
            return new Refused(Reason.ALREADY_ACKNOWLEDGED);
        }
        AlarmEvent event = new AlarmEvent(
                alarm.key(),
                AlarmEventKind.ACKNOWLEDGED,
                at,
                alarm.firstHour(),
                alarm.lastHour(),
                alarm.level(),
                AlarmReason.OFFICER,
                Optional.empty(),
                Optional.of(by.strip()),
                note.strip(),
                List.of());
        return new Done(new AlarmChange(alarm.after(event), List.of(event)));
    }

    /** It is acknowledged. */
    record Done(AlarmChange change) implements Acknowledging {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused) {
            return done.apply(this);
        }
    }

    /** It is not. */
    record Refused(Reason reason) implements Acknowledging {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Why not. */
    enum Reason {
        NAME_MISSING,
        NOTE_MISSING,
        ALREADY_ACKNOWLEDGED
    }
}
