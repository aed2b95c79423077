package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.arrival.Disposition;

/** Why a frame got its disposition; a closed set, kept with the frame and counted. */
public enum Reason {
    /** Nothing against it. */
    IN_ORDER(Disposition.ACCEPTED),
    /** The MN is registered for nobody. */
    UNKNOWN_MN(Disposition.QUARANTINED),
    /** The frame has no MN, or an empty one. */
    MN_MISSING(Disposition.QUARANTINED),
    /** The password is not the agreed one and the station's profile rejects that. */
    WRONG_PASSWORD(Disposition.QUARANTINED),
    /** A logger without MN reports its hardware and asks for one (2025 6.8): the one quarantined frame that is answered. */
    ACTIVATION_REQUESTED(Disposition.QUARANTINED),
    /** None of the station's keys opens the content. */
    CIPHER_UNREADABLE(Disposition.QUARANTINED),
    /** The content is in clear, should have been encrypted, and the station's profile rejects that. */
    PLAINTEXT_REFUSED(Disposition.QUARANTINED),
    /** It speaks from an address that the station's profile does not name. */
    MOVED(Disposition.QUARANTINED),
    /** It shows a deviation that the station's profile does not tolerate; the findings say which. */
    DEVIATION_REFUSED(Disposition.QUARANTINED),
    /** The checksum is not one that the station's profile accepts. */
    WRONG_CRC(Disposition.REFUSED),
    /** The checksum is missing or not hexadecimal. */
    UNREADABLE_CRC(Disposition.REFUSED),
    /** The MN is longer than any can be. */
    MN_TOO_LONG(Disposition.REFUSED),
    /** No readable command. */
    COMMAND_MISSING(Disposition.REFUSED),
    /** No content. */
    CONTENT_MISSING(Disposition.REFUSED),
    /** More items than the limit. */
    TOO_MANY_ITEMS(Disposition.REFUSED),
    /** Not a frame at all; the codec's fault says why. */
    GARBLED(Disposition.REFUSED);

    private final Disposition disposition;

    Reason(Disposition disposition) {
        this.disposition = disposition;
    }

    /** What the reason leads to. */
    public Disposition disposition() {
        return disposition;
    }
}
