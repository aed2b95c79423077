package io.stackwatch.connectors.hj212.server;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;

/**
 * A station and the connection through which it is reached.
 *
 * @param station whose connection it is
 * @param peer the other side's address, {@code host:port}
 * @param since when the station is reached without a break; another connection that takes over goes on with it
 * @param heardAt when it spoke last
 */
public record Link(Mn station, String peer, Instant since, Instant heardAt) {}
