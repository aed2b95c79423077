package io.stackwatch.core.transmission;

import java.time.Instant;
import java.util.Optional;

/**
 * An hour of a station of which at least one due factor is missing, and how often it was asked for.
 *
 * @param start first instant of the hour
 * @param asked how often a request spanned it
 * @param lastAskedAt when one did last
 * @param excused what excuses the hour since it was found missing, such as a stop that was accepted; empty if it is still due
 */
public record MissingHour(Instant start, int asked, Optional<Instant> lastAskedAt, Optional<String> excused) {

    /** An hour that is still due. */
    public MissingHour(Instant start, int asked, Optional<Instant> lastAskedAt) {
        this(start, asked, lastAskedAt, Optional.empty());
    }
}
