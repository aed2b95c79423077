package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.codec.Frame;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What bytes that were kept turn out to be when they are read again. */
public sealed interface ReadFrame {

    /** The reaction to whichever of the four it is. */
    <T> T match(
            Function<? super Clear, ? extends T> clear,
            Function<? super Opened, ? extends T> opened,
            Function<? super Unreadable, ? extends T> unreadable,
            Supplier<? extends T> notAFrame);

    /** The frame to read, if there is one that can be read. */
    default Optional<Frame> frame() {
        return match(
                clear -> Optional.of(clear.sent()),
                opened -> Optional.of(opened.plaintext()),
                unreadable -> Optional.empty(),
                Optional::empty);
    }

    /**
     * A frame that came in clear.
     *
     * @param sent the frame as it came
     */
    record Clear(Frame sent) implements ReadFrame {
        @Override
        public <T> T match(
                Function<? super Clear, ? extends T> clear,
                Function<? super Opened, ? extends T> opened,
                Function<? super Unreadable, ? extends T> unreadable,
                Supplier<? extends T> notAFrame) {
            return clear.apply(this);
        }
    }

    /**
     * A frame that came encrypted and was opened with one of the station's keys.
     *
     * @param plaintext the frame over plaintext
     * @param key which key: 0 the newest
     */
    record Opened(Frame plaintext, int key) implements ReadFrame {
        @Override
        public <T> T match(
                Function<? super Clear, ? extends T> clear,
                Function<? super Opened, ? extends T> opened,
                Function<? super Unreadable, ? extends T> unreadable,
                Supplier<? extends T> notAFrame) {
            return opened.apply(this);
        }
    }

    /**
     * A frame that none of the station's keys opens.
     *
     * @param sent the frame as it came, its header in clear
     */
    record Unreadable(Frame sent) implements ReadFrame {
        @Override
        public <T> T match(
                Function<? super Clear, ? extends T> clear,
                Function<? super Opened, ? extends T> opened,
                Function<? super Unreadable, ? extends T> unreadable,
                Supplier<? extends T> notAFrame) {
            return unreadable.apply(this);
        }
    }

    /** Bytes that are no frame. */
    enum NotAFrame implements ReadFrame {
        /** The only one. */
        NOT_A_FRAME;

        @Override
        public <T> T match(
                Function<? super Clear, ? extends T> clear,
                Function<? super Opened, ? extends T> opened,
                Function<? super Unreadable, ? extends T> unreadable,
                Supplier<? extends T> notAFrame) {
            return notAFrame.get();
        }
    }
}
