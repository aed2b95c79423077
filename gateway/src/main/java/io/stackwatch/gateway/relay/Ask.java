package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.target.TargetName;
import java.time.Instant;

/**
 * A request of a platform that a station is answering.
 *
 * @param number its first row in {@code relay_downlink}
 * @param target who asked
 * @param station who is asked
 * @param command what for
 * @param qn the request number, as the station got it
 * @param askedAt when the request went down
 */
record Ask(long number, TargetName target, Mn station, int command, String qn, Instant askedAt) {}
