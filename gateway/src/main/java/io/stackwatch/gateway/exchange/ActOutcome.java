package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a person's act on an exchange. */
public sealed interface ActOutcome {

    /** Calls the function of the variant. */
    <T> T match(
            Function<? super Done, ? extends T> done,
            Function<? super Refused, ? extends T> refused,
            Supplier<? extends T> unknown);

    /** It is done and committed. */
    record Done(Exchange exchange) implements ActOutcome {
        @Override
        public <T> T match(
                Function<? super Done, ? extends T> done,
                Function<? super Refused, ? extends T> refused,
                Supplier<? extends T> unknown) {
            return done.apply(this);
        }
    }

    /** It is not, and nothing changed; with the state, the act and the way so far. */
    record Refused(String why) implements ActOutcome {
        @Override
        public <T> T match(
                Function<? super Done, ? extends T> done,
                Function<? super Refused, ? extends T> refused,
                Supplier<? extends T> unknown) {
            return refused.apply(this);
        }
    }

    /** There is no such exchange. */
    record Unknown() implements ActOutcome {
        @Override
        public <T> T match(
                Function<? super Done, ? extends T> done,
                Function<? super Refused, ? extends T> refused,
                Supplier<? extends T> unknown) {
            return unknown.get();
        }
    }
}
