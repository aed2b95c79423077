package io.stackwatch.core.registry;

/**
 * Identity of a data logger (数采仪编码, MN) as it stands on the wire.
 *
 * <p>Opaque and case-sensitive: HJ 212-2017 and -2025 ask for 24 hexadecimal characters, the field sends 4 to 24 of
 * anything. Trimmed only; never padded, never upper-cased. HJ 212-2017 Table 3.
 */
public record Mn(String value) implements Comparable<Mn> {

    /** The longest MN that is accepted; more is a garbled frame. */
    public static final int MAX_LENGTH = 64;

    public Mn {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("MN must have 1 to " + MAX_LENGTH + " characters: '" + value + "'");
        }
    }

    @Override
    public int compareTo(Mn other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
