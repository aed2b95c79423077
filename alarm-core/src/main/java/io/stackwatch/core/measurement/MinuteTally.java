package io.stackwatch.core.measurement;

/**
 * Which minutes of an hour are known to be valid and which are known to be invalid, as two masks of 60 bits (bit 0 is
 * the first minute).
 *
 * <p>Adding is a union: idempotent and independent of order. A minute that was reported both ways is contested and
 * counts as neither.
 */
public record MinuteTally(long valid, long invalid) {

    /** Nothing is known. */
    public static final MinuteTally EMPTY = new MinuteTally(0, 0);

    private static final int MINUTES = 60;
    private static final long ALL = (1L << MINUTES) - 1;

    public MinuteTally {
        if ((valid & ~ALL) != 0 || (invalid & ~ALL) != 0) {
            throw new IllegalArgumentException(
                    "a minute mask has 60 bits: " + Long.toHexString(valid) + ", " + Long.toHexString(invalid));
        }
    }

    /**
     * With a minute datum added.
     *
     * @param minute minute of the hour at which the datum starts, 0 to 59
     * @param interval how many minutes it speaks of, 1 to 60; what reaches beyond the hour is left out
     * @param usable whether the datum is valid
     */
    public MinuteTally with(int minute, int interval, boolean usable) {
        if (minute < 0 || minute >= MINUTES || interval < 1 || interval > MINUTES) {
            throw new IllegalArgumentException("no such minutes of an hour: " + minute + " + " + interval);
        }
        long bits = (((1L << interval) - 1) << minute) & ALL;
        return usable ? new MinuteTally(valid | bits, invalid) : new MinuteTally(valid, invalid | bits);
    }

    /** Both together. */
    public MinuteTally plus(MinuteTally other) {
        return new MinuteTally(valid | other.valid, invalid | other.invalid);
    }

    /** How many minutes are known to be valid. */
    public int knownValid() {
        return Long.bitCount(valid & ~invalid);
    }

    /** How many minutes are known to be invalid. */
    public int knownInvalid() {
        return Long.bitCount(invalid & ~valid);
    }
}
