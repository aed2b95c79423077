package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.arrival.Outcome;

/** Whoever keeps what arrives. */
@FunctionalInterface
public interface ArrivalHandler {

    /**
     * Takes an arrival and answers later, once, from any thread, through the outcome. Called on an event loop: must not
     * block. Called for refused and quarantined arrivals too, so that they can be kept; their outcome only frees the place
     * that they hold in the connection's window.
     */
    void arrived(Hj212Arrival arrival, Outcome outcome);
}
