package io.stackwatch.core.alarm;

import java.util.Optional;
import java.util.function.Function;

/** What {@link AlarmProcess} says to an event in a state. */
public sealed interface AlarmStep {

    /** Calls the function of the variant. */
    <T> T match(Function<Taken, T> taken, Function<Refused, T> refused);

    /** The step is a row of the table. */
    record Taken(AlarmState to) implements AlarmStep {
        @Override
        public <T> T match(Function<Taken, T> taken, Function<Refused, T> refused) {
            return taken.apply(this);
        }
    }

    /**
     * The table has no such row.
     *
     * @param from empty if there is no alarm yet
     */
    record Refused(Optional<AlarmState> from, AlarmEventKind event, AlarmRefusal why) implements AlarmStep {
        @Override
        public <T> T match(Function<Taken, T> taken, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
