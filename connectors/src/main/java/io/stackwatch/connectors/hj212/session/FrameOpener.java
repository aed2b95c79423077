package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.codec.Frame;
import java.util.Optional;

/**
 * Reads bytes of the wire that were kept: whoever reads a journal again opens its frames here, with the profile that the
 * station had when they arrived. The same bytes and the same profile give the same frame.
 *
 * <p>An instance only holds memory that is used again; for one thread at a time. Gives no key to anybody.
 */
public final class FrameOpener {

    private final ContentCipher cipher = new ContentCipher();

    /** What these bytes are. Without a profile, or without encryption in it, every frame counts as clear. */
    public ReadFrame read(byte[] bytes, Optional<StationProfile> profile) {
        Optional<Frame> whole = Frame.of(bytes);
        if (whole.isEmpty()) {
            return ReadFrame.NotAFrame.NOT_A_FRAME;
        }
        Frame frame = whole.get();
        Optional<Encryption> encryption = profile.flatMap(StationProfile::encryption);
        if (encryption.isEmpty()) {
            return new ReadFrame.Clear(frame);
        }
        return cipher.open(frame, encryption.get())
                .match(
                        unsealed -> new ReadFrame.Opened(unsealed.frame(), unsealed.key()),
                        plain -> new ReadFrame.Clear(frame),
                        () -> new ReadFrame.Unreadable(frame));
    }
}
