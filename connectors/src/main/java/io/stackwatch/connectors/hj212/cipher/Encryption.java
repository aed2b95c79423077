package io.stackwatch.connectors.hj212.cipher;

import java.util.List;

/**
 * How a station's content is encrypted.
 *
 * @param form how the ciphertext stands on the wire
 * @param plaintext what becomes of a frame that ought to be encrypted and is not
 * @param keys the keys that are tried, the newest first: during a rotation frames in flight still have the old one; none
 *     for a station that ought to have one and has not: then nothing that is sealed can be opened
 */
public record Encryption(Form form, Plaintext plaintext, List<StationKey> keys) {

    /** More keys than this are never tried on one frame. */
    public static final int MAX_KEYS = 4;

    public Encryption {
        keys = List.copyOf(keys);
        if (keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("at most " + MAX_KEYS + " keys, not " + keys.size());
        }
    }

    /** The form of the ciphertext. No edition's text that was read says which; raw keeps length and framing consistent. */
    public enum Form {
        /** The bytes themselves (inference; the default). */
        RAW,
        /** The list {@code {0xE4,0x3E,...}} as appendix A.2 prints it. */
        PRINTED
    }

    /** What a plain frame of a station with a key leads to. */
    public enum Plaintext {
        /** Accepted and reported. */
        WARN,
        /** Quarantined, not acknowledged. */
        REJECT
    }
}
