package io.stackwatch.connectors.hj212.codec;

/**
 * The flag (标志): six bits of version, one that packets are numbered, one that an answer is wanted.
 *
 * <p>HJ 212-2017 Table 3; 2025 exchanges the letters of the two low bits and keeps their meaning. Version bits 2 mean 2025
 * or the older surface-water profile: they do not identify an edition by themselves.
 *
 * @param value 0 to 255
 */
public record Flag(int value) {

    public Flag {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("a flag is 0 to 255: " + value);
        }
    }

    /** A flag of its parts. */
    public static Flag of(int version, boolean packetsNumbered, boolean answerWanted) {
        return new Flag(version << 2 | (packetsNumbered ? 2 : 0) | (answerWanted ? 1 : 0));
    }

    /** 0 for 2005, 1 for 2017, 2 for 2025. */
    public int version() {
        return value >> 2;
    }

    /** Whether PNUM and PNO are announced. */
    public boolean packetsNumbered() {
        return (value & 2) != 0;
    }

    /** Whether the receiver must answer. */
    public boolean answerWanted() {
        return (value & 1) != 0;
    }

    /** The flag of an answer to this: the same version, nothing else. */
    public Flag ofAnswer() {
        return new Flag(value & ~3);
    }
}
