package io.stackwatch.core.measurement;

/**
 * Unit of a reported number, as a symbol such as {@code mg/m3}, {@code %}, {@code degC}, {@code kPa}.
 *
 * <p>Open set: HJ 212-2017 Appendix B lists a default per factor, and a station's profile may state another.
 */
public record Unit(String symbol) {

    /** Mass concentration, dry gas at 273 K and 101.325 kPa. */
    public static final Unit MILLIGRAMS_PER_CUBIC_METRE = new Unit("mg/m3");

    /** Percent by volume. */
    public static final Unit PERCENT = new Unit("%");

    /** A number without dimension, or a code whose unit the standard leaves empty. */
    public static final Unit NONE = new Unit("1");

    public Unit {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("blank unit");
        }
    }

    @Override
    public String toString() {
        return symbol;
    }
}
