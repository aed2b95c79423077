package io.stackwatch.gateway.audit;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What counts the hours of a month. Used by one thread at a time; a count may take minutes and must not hold the store's writer.
 */
public interface MonthSource {

    /** The first month of which anything is to be counted; empty while there is none. */
    Optional<YearMonth> first();

    /**
     * Counts a month with what was known at an instant. Called late, it gives the same figures as if it had been called then.
     *
     * @param cutoff what came or was decided later does not count
     * @throws RuntimeException if the hours cannot be read; the step is tried again
     */
    CityMonth count(YearMonth month, Variant variant, Instant cutoff);

    /** A source without months: nothing is closed. */
    static MonthSource none() {
        return new MonthSource() {
            @Override
            public Optional<YearMonth> first() {
                return Optional.empty();
            }

            @Override
            public CityMonth count(YearMonth month, Variant variant, Instant cutoff) {
                throw new IllegalStateException("nothing counts the hours of " + month);
            }
        };
    }
}
