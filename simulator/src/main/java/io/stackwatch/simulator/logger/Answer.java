package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.Report;
import io.stackwatch.simulator.report.Segment;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** One thing that a logger does in answer to a request; they follow one another. */
public sealed interface Answer {

    /** The reaction to whichever it is. */
    <T> T match(
            Function<? super Say, ? extends T> say,
            Function<? super Tell, ? extends T> tell,
            Function<? super Wait, ? extends T> wait,
            Supplier<? extends T> hangUp);

    /**
     * Sends this segment.
     *
     * @param rightChecksum false to spoil it
     */
    record Say(Segment segment, boolean rightChecksum) implements Answer {
        @Override
        public <T> T match(
                Function<? super Say, ? extends T> say,
                Function<? super Tell, ? extends T> tell,
                Function<? super Wait, ? extends T> wait,
                Supplier<? extends T> hangUp) {
            return say.apply(this);
        }
    }

    /**
     * Sends what the recorder has of this, as an upload with numbers of its own (HJ 212-2017 C.20 to C.23).
     *
     * @param backlog whether it comes out of the record ({@code RF=1} in 2025)
     */
    record Tell(Report report, boolean backlog) implements Answer {
        @Override
        public <T> T match(
                Function<? super Say, ? extends T> say,
                Function<? super Tell, ? extends T> tell,
                Function<? super Wait, ? extends T> wait,
                Supplier<? extends T> hangUp) {
            return tell.apply(this);
        }
    }

    /** Does nothing for that long, on the wall clock: it is the host's patience that is tried. */
    record Wait(Duration length) implements Answer {
        @Override
        public <T> T match(
                Function<? super Say, ? extends T> say,
                Function<? super Tell, ? extends T> tell,
                Function<? super Wait, ? extends T> wait,
                Supplier<? extends T> hangUp) {
            return wait.apply(this);
        }
    }

    /** Ends the connection. */
    enum HangUp implements Answer {
        /** The only one. */
        HANG_UP;

        @Override
        public <T> T match(
                Function<? super Say, ? extends T> say,
                Function<? super Tell, ? extends T> tell,
                Function<? super Wait, ? extends T> wait,
                Supplier<? extends T> hangUp) {
            return hangUp.get();
        }
    }
}
