package io.stackwatch.gateway.audit;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What counts the hours of a month. Used by one thread at a time; a count may take minutes and must not hold the store's writer.
 */
public interface MonthSource {

    /** The first month of which anything is to be counted; empty while there is none. */
    Optional<YearMonth> first();

    /**
     * What has to happen before a month can be counted at a cut-off, in words: records that came before it and are not taken in, days
     * that wait to be counted. Empty if nothing has. The clerk waits so long.
     */
    default Optional<String> waitsFor(YearMonth month, Instant cutoff) {
        return Optional.empty();
    }

    /**
     * What came up to this moment and is not taken in yet, in words; empty if everything is. While there is something an officer's
     * recomputation is refused: counted later at the same cut-off it would give other figures.
     */
    default Optional<String> behind() {
        return Optional.empty();
    }

    /**
     * Hears that a month is frozen, inside the transaction that keeps the frozen version.
     *
     * @param at when it was counted
     */
    default void frozen(Handle handle, YearMonth month, Instant at) {}

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
