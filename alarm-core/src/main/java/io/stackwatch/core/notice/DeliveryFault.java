package io.stackwatch.core.notice;

/** Why a message did not get through. Names are stored and never change. */
public enum DeliveryFault {
    /** Nobody answered at the other end, or the connection broke. */
    UNREACHABLE(true),
    /** No answer within the wait; it may have arrived all the same. */
    NO_ANSWER(true),
    /** Too many messages for the other side. */
    TOO_MANY(true),
    /** The other side has a fault of its own. */
    FAULT_THERE(true),
    /** An answer that does not keep to the interface; it may have arrived all the same. */
    UNREADABLE_ANSWER(true),
    /** Our name, key or signature is not accepted: somebody must change the configuration. */
    NOT_ADMITTED(false),
    /** The other side does not know the address. */
    UNKNOWN_ADDRESS(false),
    /** The other side does not take this content. */
    CONTENT_REFUSED(false),
    /** No channel of this name is configured. */
    NO_SUCH_CHANNEL(false);

    private final boolean worthAnother;

    DeliveryFault(boolean worthAnother) {
        this.worthAnother = worthAnother;
    }

    /** Whether the same message may get through on the same channel later without anybody's doing. */
    public boolean worthAnother() {
        return worthAnother;
    }
}
