package io.stackwatch.gateway.relay;

import java.time.Instant;
import java.util.Optional;

/**
 * How a line is.
 *
 * @param connected whether a connection stands
 * @param since since when
 * @param silent whether the platform has stopped to acknowledge
 * @param underWay frames that were written and wait for their receipt
 * @param realtimeWaiting realtime frames in hand that wait
 * @param problem why the last connection ended or did not come to stand; empty if none ever did
 */
record LineState(
        boolean connected,
        Instant since,
        boolean silent,
        int underWay,
        int realtimeWaiting,
        Optional<String> problem) {}
