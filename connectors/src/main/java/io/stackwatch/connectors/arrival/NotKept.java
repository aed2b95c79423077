package io.stackwatch.connectors.arrival;

/**
 * Set on an exchange by a route that did not keep an arrival, with the reason for the connector. Any other failure of an
 * exchange counts as {@code UNAVAILABLE}.
 *
 * <p>Carries no stack trace: it is an answer, and it may be given thousands of times a second.
 */
public final class NotKept extends Exception {

    private static final long serialVersionUID = 1L;

    private final Outcome.Refusal why;

    /** The refusal for this reason. */
    public NotKept(Outcome.Refusal why) {
        super("arrival not kept: " + why, null, false, false);
        this.why = why;
    }

    /** Why. */
    public Outcome.Refusal why() {
        return why;
    }
}
