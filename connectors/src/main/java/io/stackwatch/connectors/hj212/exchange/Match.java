package io.stackwatch.connectors.hj212.exchange;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a frame from the field is to the exchanges of its station. */
public sealed interface Match {

    /** Calls the function of the variant. */
    <T> T match(
            Function<? super Ours, ? extends T> ours,
            Function<? super Stray, ? extends T> stray,
            Supplier<? extends T> nothing);

    /** It happened to this exchange. */
    record Ours(Exchange exchange, ExchangeEvent event) implements Match {
        @Override
        public <T> T match(
                Function<? super Ours, ? extends T> ours,
                Function<? super Stray, ? extends T> stray,
                Supplier<? extends T> nothing) {
            return ours.apply(this);
        }
    }

    /** An answer to something that this side did not ask, or asks no more. */
    record Stray(int command) implements Match {
        @Override
        public <T> T match(
                Function<? super Ours, ? extends T> ours,
                Function<? super Stray, ? extends T> stray,
                Supplier<? extends T> nothing) {
            return stray.apply(this);
        }
    }

    /** An ordinary upload. */
    record Nothing() implements Match {
        @Override
        public <T> T match(
                Function<? super Ours, ? extends T> ours,
                Function<? super Stray, ? extends T> stray,
                Supplier<? extends T> nothing) {
            return nothing.get();
        }
    }
}
