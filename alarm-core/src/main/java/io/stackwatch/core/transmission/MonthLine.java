package io.stackwatch.core.transmission;

/**
 * The figures of a month of one city, county, enterprise, outlet or factor; a sum of hours, never a mean of rates.
 *
 * @param counts the four counters
 * @param excluded what was taken out of the count
 */
public record MonthLine(Counts counts, Excluded excluded) {

    /** Nothing was due, nothing was taken out. */
    public static final MonthLine NONE = new MonthLine(Counts.NONE, Excluded.NONE);

    /** Both together. */
    public MonthLine plus(MonthLine other) {
        return new MonthLine(counts.plus(other.counts), excluded.plus(other.excluded));
    }
}
