package io.stackwatch.core.notice;

/** How far a notice has come on its way to somebody's eyes. Names are stored and never change. */
public enum DeliveryState {
    /** It waits. */
    QUEUED,
    /** It has left us; the other side does not say whether it took it. */
    SENT,
    /** The other side has said that it took it. */
    ACCEPTED,
    /** Somebody has seen it. */
    READ,
    /** Somebody has answered it. */
    ANSWERED,
    /** It did not get through, with a {@link DeliveryFault}. */
    FAILED;

    /** Whether it is on its way to the reader or with them: nobody need send it again. */
    public boolean told() {
        return this != QUEUED && this != FAILED;
    }
}
