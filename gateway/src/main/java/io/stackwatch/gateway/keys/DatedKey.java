package io.stackwatch.gateway.keys;

import io.stackwatch.connectors.hj212.cipher.StationKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A station's key and the time in which it is tried.
 *
 * @param number from 1, in the order of entering
 * @param key hides itself
 * @param validFrom the first instant
 * @param retiredAt the first instant at which it is tried no more; empty for a key that nobody has replaced
 */
record DatedKey(int number, StationKey key, Instant validFrom, Optional<Instant> retiredAt) {

    boolean holdsAt(Instant instant) {
        return !instant.isBefore(validFrom) && retiredAt.map(instant::isBefore).orElse(true);
    }
}
