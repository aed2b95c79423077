package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a source was known to be alive.
 *
 * @param source which
 * @param since since when without a cut; empty while it is cut off
 * @param until the arrival of its last batch; empty if it never had one
 */
public record MadeSource(Mn source, Optional<Instant> since, Optional<Instant> until) {}
