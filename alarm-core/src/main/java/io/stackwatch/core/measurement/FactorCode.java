package io.stackwatch.core.measurement;

/**
 * Code of a pollutant or parameter (污染因子编码) in the vocabulary of HJ 212-2017/2025, such as {@code a21026} for SO2.
 *
 * <p>Codes of the 2005 edition are translated before one of these is made. Case-sensitive.
 */
public record FactorCode(String value) implements Comparable<FactorCode> {

    /** Oxygen content of the flue gas, in percent by volume. */
    public static final FactorCode OXYGEN = new FactorCode("a19001");

    /** Stands for all factors of an outlet together, where something is said of the outlet as a whole. */
    public static final FactorCode ALL = new FactorCode("ALL");

    /** The longest code that is accepted. */
    public static final int MAX_LENGTH = 16;

    public FactorCode {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a factor code has 1 to " + MAX_LENGTH + " characters: '" + value + "'");
        }
    }

    @Override
    public int compareTo(FactorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
