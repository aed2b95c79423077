package io.stackwatch.core.alarm;

import io.stackwatch.core.measurement.Concentration;
import java.time.Instant;
import java.util.Optional;

/**
 * A minute, or a longer interval of the logger's, of one factor.
 *
 * @param start its start
 * @param value in the reference conditions of the limit; empty if it came and does not count
 */
public record SeenMinute(Instant start, Optional<Concentration> value) {}
