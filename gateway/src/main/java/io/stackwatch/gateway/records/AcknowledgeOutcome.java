package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.Acknowledging;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a person's wish to acknowledge an alarm. */
public sealed interface AcknowledgeOutcome {

    /** Calls the function of the variant. */
    <T> T match(Function<Done, T> done, Function<Refused, T> refused, Supplier<T> unknown);

    /** It is acknowledged and committed. */
    record Done(NumberedEvent event) implements AcknowledgeOutcome {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused, Supplier<T> unknown) {
            return done.apply(this);
        }
    }

    /** It is not, and nothing changed. */
    record Refused(Acknowledging.Reason reason) implements AcknowledgeOutcome {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused, Supplier<T> unknown) {
            return refused.apply(this);
        }
    }

    /** There is no such alarm. */
    record Unknown() implements AcknowledgeOutcome {
        @Override
        public <T> T match(Function<Done, T> done, Function<Refused, T> refused, Supplier<T> unknown) {
            return unknown.get();
        }
    }
}
