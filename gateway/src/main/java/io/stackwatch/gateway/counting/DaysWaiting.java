package io.stackwatch.gateway.counting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days of outlets that wait to be counted, of months that are not frozen.
 *
 * @param days how many
 * @param oldest the first of them; empty if none waits
 * @param since since when there has always been one, on the gateway's clock; empty if none waits
 */
public record DaysWaiting(long days, Optional<LocalDate> oldest, Optional<Instant> since) {

    static final DaysWaiting NONE = new DaysWaiting(0, Optional.empty(), Optional.empty());

    /** What waits at a later look. */
    DaysWaiting then(long count, Optional<LocalDate> first, Instant now) {
        return count == 0 ? NONE : new DaysWaiting(count, first, since.or(() -> Optional.of(now)));
    }

    /** How long the count has not been complete; zero if it is. */
    public Duration age(Instant now) {
        return since.filter(begun -> begun.isBefore(now))
                .map(begun -> Duration.between(begun, now))
                .orElse(Duration.ZERO);
    }
}
