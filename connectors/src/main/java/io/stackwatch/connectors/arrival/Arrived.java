package io.stackwatch.connectors.arrival;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/** Something that arrived, as a journal keeps it; each protocol has its own, with more. */
public interface Arrived {

    /** Our clock when it was here. */
    Instant arrivedAt();

    /** The other side's network address, {@code host:port}. */
    String peer();

    /** The station that it claims to come from, empty if that cannot be read. */
    Optional<Mn> mn();

    /** What becomes of it. */
    Disposition disposition();

    /** Reason and findings in one line, at most 255 characters, no payload. */
    String detail();

    /** Exactly what is to be kept; not copied, not to be changed. */
    byte[] bytes();
}
