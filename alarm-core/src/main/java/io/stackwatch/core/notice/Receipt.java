package io.stackwatch.core.notice;

import java.util.Optional;

/**
 * What became of a message on a channel.
 *
 * @param state how far it came
 * @param fault why it failed; present exactly when it did
 * @param reference what the other side calls it or says of it, such as a queue id or an error code: at most
 *     {@value #REFERENCE_LENGTH} characters, never text of the message nor a secret; empty if nothing
 */
public record Receipt(DeliveryState state, Optional<DeliveryFault> fault, String reference) {

    /** How long a reference may be; a longer one is cut. */
    public static final int REFERENCE_LENGTH = 200;

    public Receipt {
        if (fault.isPresent() != (state == DeliveryState.FAILED)) {
            throw new IllegalArgumentException("a fault belongs to a failure alone: " + state + " " + fault);
        }
        reference = reference.length() > REFERENCE_LENGTH ? reference.substring(0, REFERENCE_LENGTH) : reference;
    }

    /** It has left us. */
    public static Receipt sent() {
        return new Receipt(DeliveryState.SENT, Optional.empty(), "");
    }

    /** The other side took it. */
    public static Receipt accepted(String reference) {
        return new Receipt(DeliveryState.ACCEPTED, Optional.empty(), reference);
    }

    /** It did not get through. */
    public static Receipt failed(DeliveryFault fault, String reference) {
        return new Receipt(DeliveryState.FAILED, Optional.of(fault), reference);
    }
}
