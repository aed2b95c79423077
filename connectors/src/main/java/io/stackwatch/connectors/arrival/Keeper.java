package io.stackwatch.connectors.arrival;

/** Whoever keeps what arrives. */
@FunctionalInterface
public interface Keeper {

    /**
     * Takes an arrival and answers later, once, from any thread, through the outcome. Called on a thread that others wait
     * for: must not block. Called for what is refused and quarantined too, so that it can be kept.
     */
    void arrived(Arrived arrival, Outcome outcome);
}
