package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** A connection as the kit needs it: bytes out, bytes in with an end to every wait. For one thread at a time. */
public interface Wire extends AutoCloseable {

    /** Writes all of these bytes at once. */
    void send(byte[] bytes) throws IOException;

    /** What comes within this time; returns as soon as something has come. */
    Heard listen(Duration atMost) throws IOException;

    /** Says that nothing more will be sent; still listens. */
    void finishSending() throws IOException;

    /** Breaks the connection off. */
    void reset() throws IOException;

    @Override
    void close() throws IOException;

    /** What listening gave. */
    sealed interface Heard {

        /** Calls the function of the variant. */
        <T> T match(Function<Bytes, T> bytes, Supplier<T> nothing, Supplier<T> closed);

        /** Some bytes; where they begin and end means nothing. */
        @SuppressWarnings("ArrayRecordComponent") // goes straight to a cutter; never compared
        record Bytes(byte[] bytes) implements Heard {
            @Override
            public <T> T match(Function<Bytes, T> bytes, Supplier<T> nothing, Supplier<T> closed) {
                return bytes.apply(this);
            }
        }

        /** The time has passed. */
        record Nothing() implements Heard {
            @Override
            public <T> T match(Function<Bytes, T> bytes, Supplier<T> nothing, Supplier<T> closed) {
                return nothing.get();
            }
        }

        /** The other side has ended the connection. */
        record Closed() implements Heard {
            @Override
            public <T> T match(Function<Bytes, T> bytes, Supplier<T> nothing, Supplier<T> closed) {
                return closed.get();
            }
        }
    }
}
