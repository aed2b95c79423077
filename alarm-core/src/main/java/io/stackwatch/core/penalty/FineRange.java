package io.stackwatch.core.penalty;

/**
 * From where to where an article lets a fine go, both ends included.
 *
 * @param minimum the lowest fine
 * @param maximum the highest fine
 */
public record FineRange(Yuan minimum, Yuan maximum) {

    public FineRange {
        if (minimum.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("a range from " + minimum + " to " + maximum);
        }
    }

    /** Whether an amount lies in it. */
    public boolean contains(Yuan amount) {
        return amount.atLeast(minimum) && maximum.atLeast(amount);
    }

    /** Such as {@code 100000.00 to 1000000.00 yuan}. */
    @Override
    public String toString() {
        return minimum + " to " + maximum + " yuan";
    }
}
