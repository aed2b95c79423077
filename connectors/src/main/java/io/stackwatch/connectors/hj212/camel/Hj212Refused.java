package io.stackwatch.connectors.hj212.camel;

import io.stackwatch.connectors.arrival.Outcome;

/**
 * Set on an exchange by a route that did not keep the arrival: no 9014 goes out, and {@code OVERLOADED} makes the server
 * stop reading from the peer for a moment. Any other failure of the exchange counts as {@code UNAVAILABLE}.
 *
 * <p>Carries no stack trace: it is an answer, and it may be given thousands of times a second.
 */
public final class Hj212Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Outcome.Refusal why;

    /** The refusal for this reason. */
    public Hj212Refused(Outcome.Refusal why) {
        super("arrival not kept: " + why, null, false, false);
        this.why = why;
    }

    /** Why. */
    public Outcome.Refusal why() {
        return why;
    }
}
