package io.stackwatch.gateway.station;

/** In which respect a station's behaviour is watched. The names are kept. */
public enum Aspect {
    /** The edition that the flag's version bits name: 2005, 2017, 2025, or V and the bits. */
    EDITION,
    /** The algorithm that the checksum fits; NONE for none. */
    CHECKSUM,
    /** Minutes from one minute label to the next. */
    MINUTE_INTERVAL,
    /** Whether hours are labelled with their START or their END. */
    HOUR_LABEL,
    /** Whether the content is PLAIN or ENCRYPTED. */
    ENCRYPTION
}
