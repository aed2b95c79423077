package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.simulator.report.Segment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a segment to the frame on the wire: encrypted where a logger with a key has to (HJ 212-2025 6.4.4: 2000 to 2999,
 * 1014 and 3020 from the field). Pure functions.
 */
public final class FrameSeal {

    /** Content that is printed as a list takes five characters for one; beyond this the frame would not fit a usual host. */
    public static final int LONGEST_PRINTED_CP = 600;

    private static final Pattern COMMAND = Pattern.compile("(?:^|;)CN=(\\d{4});");
    private static final LoggerKey UNKNOWN = new LoggerKey("1234567890ABCDEF");

    private FrameSeal() {}

    /** The frame of this segment. */
    public static byte[] frame(Segment segment, Optional<KeyRing> keys, Treatment treatment) {
        if (keys.isEmpty() || treatment == Treatment.IN_CLEAR || !isSecret(segment)) {
            return FrameEncoder.encode(segment.text());
        }
        KeyRing ring = keys.get();
        LoggerKey key = treatment == Treatment.OLD_KEY ? ring.previous().orElse(UNKNOWN) : ring.current();
        return ContentCipher.seal(segment.text(), key, ring.form());
    }

    /** Whether a logger with a key has to encrypt it. */
    public static boolean isSecret(Segment segment) {
        Matcher command = COMMAND.matcher(segment.text());
        if (!command.find()) {
            return false;
        }
        int number = Integer.parseInt(command.group(1));
        return (number >= 2000 && number < 3000) || number == 1014 || number == 3020;
    }

    /** Which key is used. */
    public enum Treatment {
        /** The present one. */
        RIGHT,
        /** None, although there is one. */
        IN_CLEAR,
        /** The one before; if there was none, one that nobody knows. */
        OLD_KEY
    }
}
