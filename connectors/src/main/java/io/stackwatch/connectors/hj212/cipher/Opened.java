package io.stackwatch.connectors.hj212.cipher;

import io.stackwatch.connectors.hj212.codec.Frame;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a frame that may have been sealed. */
public sealed interface Opened {

    /** The reaction to whichever of the three it is. */
    <T> T match(
            Function<? super Unsealed, ? extends T> unsealed,
            Function<? super Plain, ? extends T> plain,
            Supplier<? extends T> noKeyFits);

    /**
     * A key fitted.
     *
     * @param frame the frame over plaintext, with the checksum that was received
     * @param key which of the station's keys it was: 0 the newest
     * @param form how the ciphertext stood on the wire
     */
    record Unsealed(Frame frame, int key, Encryption.Form form) implements Opened {
        @Override
        public <T> T match(
                Function<? super Unsealed, ? extends T> unsealed,
                Function<? super Plain, ? extends T> plain,
                Supplier<? extends T> noKeyFits) {
            return unsealed.apply(this);
        }
    }

    /**
     * It was never sealed.
     *
     * @param frame the frame as it came
     * @param tooShortToSeal whether it would look the same sealed: content of less than one group
     */
    record Plain(Frame frame, boolean tooShortToSeal) implements Opened {
        @Override
        public <T> T match(
                Function<? super Unsealed, ? extends T> unsealed,
                Function<? super Plain, ? extends T> plain,
                Supplier<? extends T> noKeyFits) {
            return plain.apply(this);
        }
    }

    /** It is no readable content, and none of the keys makes it so. */
    enum NoKeyFits implements Opened {
        /** The only one. */
        NO_KEY_FITS;

        @Override
        public <T> T match(
                Function<? super Unsealed, ? extends T> unsealed,
                Function<? super Plain, ? extends T> plain,
                Supplier<? extends T> noKeyFits) {
            return noKeyFits.get();
        }
    }
}
