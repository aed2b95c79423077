package io.stackwatch.connectors.hj212.codec;

import java.util.function.Function;
import java.util.function.Supplier;

/** One answer of the {@link FrameDecoder}. */
public sealed interface Decoded {

    /** The reaction to whichever of the three it is. */
    <T> T match(
            Supplier<? extends T> needMore,
            Function<? super Whole, ? extends T> whole,
            Function<? super Garbled, ? extends T> garbled);

    /** Nothing can be said until more bytes come or patience ends. */
    enum NeedMore implements Decoded {
        /** The only one. */
        NEED_MORE;

        @Override
        public <T> T match(
                Supplier<? extends T> needMore,
                Function<? super Whole, ? extends T> whole,
                Function<? super Garbled, ? extends T> garbled) {
            return needMore.get();
        }
    }

    /** A whole frame; its checksum is for the caller to judge. */
    record Whole(Frame frame) implements Decoded {
        @Override
        public <T> T match(
                Supplier<? extends T> needMore,
                Function<? super Whole, ? extends T> whole,
                Function<? super Garbled, ? extends T> garbled) {
            return whole.apply(this);
        }
    }

    /**
     * Bytes that are no frame.
     *
     * @param skipped the bytes that were passed over
     * @param fault why
     * @param resumesAt the position in the stream, from 0, where decoding goes on
     */
    @SuppressWarnings("ArrayRecordComponent") // evidence on its way to a journal; never compared
    record Garbled(byte[] skipped, Fault fault, long resumesAt) implements Decoded {
        @Override
        public <T> T match(
                Supplier<? extends T> needMore,
                Function<? super Whole, ? extends T> whole,
                Function<? super Garbled, ? extends T> garbled) {
            return garbled.apply(this);
        }
    }
}
