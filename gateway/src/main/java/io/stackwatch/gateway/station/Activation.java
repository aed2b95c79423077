package io.stackwatch.gateway.station;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.Act;
import java.time.Instant;

/**
 * Tells a logger without an MN the one that it was given (HJ 212-2025 6.8, CN=1002). Must not wait for the logger.
 */
@FunctionalInterface
public interface Activation {

    /**
     * Orders it.
     *
     * @param peer the address of the connection on which the logger asked, {@code host:port}
     * @param askedAt when it asked: whoever connected from that address later is somebody else
     * @param station the MN that it was given
     * @param act who gave it, and why
     */
    void assign(String peer, Instant askedAt, Mn station, Act act);
}
