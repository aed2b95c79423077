package io.stackwatch.simulator.logger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of a logger that encrypts.
 *
 * @param current what it encrypts with, also what it sends late (HJ 212-2025 6.4)
 * @param created since when
 * @param previous the one before; frames of the host that are under way may still have it
 * @param form how the ciphertext stands on the wire
 */
public record KeyRing(LoggerKey current, Instant created, Optional<LoggerKey> previous, Form form) {

    /** HJ 212-2025 6.4.3: a key is valid for at most 90 days. */
    public static final Duration LONGEST_VALIDITY = Duration.ofDays(90);

    /** With a new key; the one in use becomes the previous one. */
    public KeyRing renewed(LoggerKey key, Instant at) {
        return new KeyRing(key, at, Optional.of(current), form);
    }

    /** The keys that a frame of the host may have, the newest first. */
    List<LoggerKey> all() {
        return Stream.concat(Stream.of(current), previous.stream()).toList();
    }

    /** The form of the ciphertext; the text that was read does not settle which. */
    public enum Form {
        /** The bytes themselves; an inference from length field and limits, and the default. */
        RAW,
        /** The list {@code {0xE4,0x3E,...}} as HJ 212-2025 A.2 prints it, with a length field that counts it. */
        PRINTED
    }
}
