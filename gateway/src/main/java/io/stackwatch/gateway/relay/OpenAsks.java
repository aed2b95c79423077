package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.packet.Heading;
import java.time.Instant;
import java.util.Optional;

/** The requests that platforms have open. Safe for use by several threads; answers from memory. */
@FunctionalInterface
interface OpenAsks {

    /** Nobody asks. */
    OpenAsks NONE = (station, heading, arrivedAt) -> Optional.empty();

    /**
     * The request that a frame answers: by its QN, or, for data, which carries a QN of its own (HJ 212-2017 C.20 to C.23), by
     * its command while the request is open.
     */
    Optional<Ask> answered(Mn station, Heading heading, Instant arrivedAt);
}
