package io.stackwatch.connectors.arrival;

import java.util.concurrent.CompletionStage;

/**
 * One way in which the field reaches us. Made with all that it needs, started once, stopped once.
 *
 * <p>What every connector promises, and {@code ConnectorContract} checks: an arrival is handed over once as long as its
 * outcome is open; what was refused comes again, from the peer or from a queue, unless it is not wanted; arrivals without an
 * outcome are bounded; a keeper that throws has refused; after {@link #stop} has completed nothing is handed over. Safe for
 * use by several threads.
 */
public interface Connector {

    /** What its records are called in the journal, such as {@code hj212}. */
    String name();

    /** Starts; fails if it cannot listen or read what it needs. A peer that cannot be reached is no failure. */
    CompletionStage<Void> start(Keeper keeper);

    /** Stops; completes when nothing more is handed over. May be called more than once. */
    CompletionStage<Void> stop();
}
