package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.ClientOptions;
import java.time.Duration;

/**
 * What all loggers of a fleet have in common.
 *
 * @param client how they wait for answers and come back; wall-clock time
 * @param inFlight how many messages of a logger may await their answer
 * @param backlogPause time between two messages of a logger's backlog, in the fleet's time
 * @param fresh how many new messages a logger holds
 * @param backlog how many old messages a logger holds
 */
public record FleetOptions(ClientOptions client, int inFlight, Duration backlogPause, int fresh, int backlog) {

    public FleetOptions {
        if (backlogPause.isNegative()) {
            throw new IllegalArgumentException("backlogPause must not be negative: " + backlogPause);
        }
    }

    /** Ten seconds three times, four messages under way, three seconds between old ones, some days of backlog. */
    public static FleetOptions defaults() {
        return new FleetOptions(ClientOptions.defaults(), 4, Duration.ofSeconds(3), 200, 10_000);
    }

    /** With other waiting times. */
    public FleetOptions withClient(ClientOptions other) {
        return new FleetOptions(other, inFlight, backlogPause, fresh, backlog);
    }
}
