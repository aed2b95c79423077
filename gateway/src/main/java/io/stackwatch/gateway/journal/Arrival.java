package io.stackwatch.gateway.journal;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * What arrived, before it has a place in the journal.
 *
 * <p>Thread-safe as long as nobody changes {@code bytes}, which is not copied.
 *
 * @param arrivedAt the gateway's clock when the last byte was read
 * @param connector who received it, such as {@code hj212}
 * @param peer the sender's network address, {@code host:port}
 * @param station the station that the bytes claim to come from, empty if they say nothing that can be read
 * @param disposition what the connector made of it
 * @param detail reason and findings in the connector's own closed vocabulary, such as {@code crc=MODBUS}; at most 255
 *     characters, no payload; in front of it, what {@link Admitted} says
 * @param bytes exactly the bytes of the wire
 */
@SuppressWarnings(
        "ArrayRecordComponent") // compared by sequence and hash, never by equals; copying every frame would double the
// garbage
public record Arrival(
        Instant arrivedAt,
        String connector,
        String peer,
        Optional<Mn> station,
        Disposition disposition,
        String detail,
        byte[] bytes) {

    /** What the connector made of the bytes. */
    public enum Disposition {
        /** A whole frame of a known station, accepted. */
        ACCEPTED,
        /** A whole frame of an unknown, moved or wrongly identified station: kept, used by nobody until admitted. */
        QUARANTINED,
        /** Not acceptable (length, checksum, structure): kept as evidence of what came. */
        REFUSED
    }
}
