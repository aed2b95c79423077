package io.stackwatch.simulator.logger;

import java.nio.charset.StandardCharsets;

/**
 * An SM4 key as the wire writes it: 16 characters (HJ 212-2025 6.4.3, {@code NewSK}).
 *
 * <p>Immutable; does not show itself.
 */
public final class LoggerKey {

    private static final int LENGTH = 16;

    private final String characters;

    /** @throws IllegalArgumentException unless it is 16 printable characters without blanks; the message does not repeat them */
    public LoggerKey(String characters) {
        if (!isKey(characters)) {
            throw new IllegalArgumentException("a key is 16 printable characters without blanks");
        }
        this.characters = characters;
    }

    /** Whether these characters can be a key. */
    public static boolean isKey(String characters) {
        return characters.length() == LENGTH && characters.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    byte[] bytes() {
        return characters.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoggerKey that && characters.equals(that.characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    @Override
    public String toString() {
        return "LoggerKey[hidden]";
    }
}
