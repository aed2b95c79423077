package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * A station's key as it is kept.
 *
 * @param mn whose
 * @param number from 1, in the order of entering
 * @param sealed the key, closed; means nothing without the master key
 * @param createdAt when it was entered
 * @param validFrom from when it is tried
 * @param retiredAt from when it is tried no more
 * @param enteredBy who entered it
 */
public record StationKeyRow(
        Mn mn,
        int number,
        String sealed,
        Instant createdAt,
        Instant validFrom,
        Optional<Instant> retiredAt,
        String enteredBy) {}
