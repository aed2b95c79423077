package io.stackwatch.core.transmission;

import java.time.Instant;
import java.util.Optional;

/**
 * An hour of a station of which at least one due factor is missing, and how often it was asked for.
 *
 * @param start first instant of the hour
 * @param asked how often a request spanned it
 * @param lastAskedAt when one did last
 */
public record MissingHour(Instant start, int asked, Optional<Instant> lastAskedAt) {}
