package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import java.util.function.Function;

/** What became of an order. */
public sealed interface OrderOutcome {

    /** Calls the function of the variant. */
    <T> T match(Function<? super Ordered, ? extends T> ordered, Function<? super Refused, ? extends T> refused);

    /** It is an exchange now, and committed. */
    record Ordered(Exchange exchange) implements OrderOutcome {
        @Override
        public <T> T match(
                Function<? super Ordered, ? extends T> ordered, Function<? super Refused, ? extends T> refused) {
            return ordered.apply(this);
        }
    }

    /**
     * It is not, and nothing was kept.
     *
     * @param why the kind of obstacle
     * @param field which part of the order
     * @param found what stands there; no secrets
     * @param expected what would have been right
     */
    record Refused(Why why, String field, String found, String expected) implements OrderOutcome {
        @Override
        public <T> T match(
                Function<? super Ordered, ? extends T> ordered, Function<? super Refused, ? extends T> refused) {
            return refused.apply(this);
        }
    }

    /** Kinds of obstacles. */
    enum Why {
        /** Nobody has registered the station. */
        UNKNOWN_STATION,
        /** The station's edition has no such command from a host. */
        UNKNOWN_COMMAND,
        /** A field is missing or cannot be sent. */
        WRONG_FIELD,
        /** Too much waits for the station already. */
        QUEUE_FULL
    }
}
