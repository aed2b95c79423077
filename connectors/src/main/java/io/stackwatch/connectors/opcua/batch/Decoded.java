package io.stackwatch.connectors.opcua.batch;

import java.util.Optional;
import java.util.function.Function;

/** What became of bytes that should be a batch. */
public sealed interface Decoded {

    /** The reaction to either. */
    <T> T match(Function<? super Batch, ? extends T> read, Function<? super Fault, ? extends T> unreadable);

    /** The batch, if it is one. */
    default Optional<Batch> batch() {
        return match(Optional::of, fault -> Optional.empty());
    }

    /** A whole batch. */
    record Read(Batch content) implements Decoded {
        @Override
        public <T> T match(Function<? super Batch, ? extends T> read, Function<? super Fault, ? extends T> unreadable) {
            return read.apply(content);
        }
    }

    /** Not a batch that this version knows. */
    record Unreadable(Fault fault) implements Decoded {
        @Override
        public <T> T match(Function<? super Batch, ? extends T> read, Function<? super Fault, ? extends T> unreadable) {
            return unreadable.apply(fault);
        }
    }

    /** Why it cannot be read. */
    enum Fault {
        /** Longer than any batch. */
        TOO_LONG,
        /** Of another version of the format. */
        UNKNOWN_VERSION,
        /** Of a kind that this version does not know. */
        UNKNOWN_KIND,
        /** The bytes end before the batch does. */
        CUT_OFF,
        /** There are bytes behind the batch. */
        TOO_MUCH,
        /** A part of it is not what the format allows. */
        NOT_ALLOWED
    }
}
