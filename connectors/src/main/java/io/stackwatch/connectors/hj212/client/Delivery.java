package io.stackwatch.connectors.hj212.client;

/** What became of an {@link Upload}. */
public enum Delivery {
    /** The platform answered with 9014 (or 9013) and its QN. */
    ACKNOWLEDGED,
    /** Written; its Flag asked for no answer, so nothing more will be known. */
    WRITTEN,
    /** No answer in time, also not after the last resend. */
    UNANSWERED,
    /** There was no connection to write it to. */
    NOT_CONNECTED,
    /** The connection ended while the answer was awaited. */
    CUT;

    /** Whether the sender may forget the frame. */
    public boolean isDone() {
        return this == ACKNOWLEDGED || this == WRITTEN;
    }
}
