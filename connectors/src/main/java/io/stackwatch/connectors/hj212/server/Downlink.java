package io.stackwatch.connectors.hj212.server;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way down: what can be said to a logger that is connected (反控).
 *
 * <p>A station is reached through the connection on which it spoke last: addresses change behind NAT and mobile networks
 * (HJ 212 names none). Nothing here waits, and nothing here knows whether the other side received what was written: that
 * is what 9011 is for. Safe for use by several threads.
 */
public interface Downlink {

    /** Writes a whole packet to a station. */
    Sent send(Mn station, byte[] packet);

    /**
     * Writes a whole packet to a logger that has no MN yet, through the very connection on which it spoke.
     *
     * <p>Behind NAT the same address soon belongs to somebody else: a connection that opened there later is another one, and
     * hears nothing.
     *
     * @param peer the address of the connection, {@code host:port}
     * @param heardAt when the logger spoke on it, to the millisecond
     */
    Sent sendToPeer(String peer, Instant heardAt, byte[] packet);

    /** The connection through which a station is reached now; empty if there is none. */
    Optional<Link> link(Mn station);

    /** All stations that are reached now, in no order. */
    List<Link> links();

    /** What became of a packet. */
    enum Sent {
        /** Handed to the network. */
        WRITTEN,
        /** There is no connection to write to. */
        NOT_CONNECTED,
        /** The peer does not read what was written before: nothing more is queued for it. */
        CONGESTED
    }
}
