package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmActing;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a person's wish to do something to an alarm. */
public sealed interface AlarmActOutcome {

    /** Calls the function of the variant. */
    <T> T match(Function<Done, T> done, Function<Refused, T> refused, Supplier<T> unknown);

    /** It is done and committed. */
    record Done(NumberedEvent event) implements AlarmActOutcome {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused, Supplier<T> unknown) {
            return done.apply(this);
        }
    }

    /** It is not, and nothing changed. */
    record Refused(AlarmActing.Refused reason) implements AlarmActOutcome {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused, Supplier<T> unknown) {
            return refused.apply(this);
        }
    }

    /** There is no such alarm. */
    record Unknown() implements AlarmActOutcome {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused, Supplier<T> unknown) {
            return unknown.get();
        }
    }
}
