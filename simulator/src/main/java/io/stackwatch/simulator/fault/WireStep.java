package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** One thing that a misbehaving peer does to its connection. */
public sealed interface WireStep {

    /** The reaction to whichever it is. */
    <T> T match(
            Function<? super Write, ? extends T> write,
            Function<? super Pause, ? extends T> pause,
            Supplier<? extends T> reset);

    /** Writes these bytes, in one piece. */
    record Write(Buffer bytes) implements WireStep {
        @Override
        public <T> T match(
                Function<? super Write, ? extends T> write,
                Function<? super Pause, ? extends T> pause,
                Supplier<? extends T> reset) {
            return write.apply(this);
        }
    }

    /** Does nothing for that long, on the wall clock. */
    record Pause(Duration length) implements WireStep {
        @Override
        public <T> T match(
                Function<? super Write, ? extends T> write,
                Function<? super Pause, ? extends T> pause,
                Supplier<? extends T> reset) {
            return pause.apply(this);
        }
    }

    /** Tears the connection down with a TCP reset. */
    enum Reset implements WireStep {
        /** The only one. */
        RESET;

        @Override
        public <T> T match(
                Function<? super Write, ? extends T> write,
                Function<? super Pause, ? extends T> pause,
                Supplier<? extends T> reset) {
            return reset.get();
        }
    }
}
