package io.stackwatch.core.transmission;

/** Why hours are missing, in the order in which the evidence is asked; the first that applies is the cause. */
public enum GapCause {
    /** This system itself could not receive: never charged to anybody. */
    OWN_INTAKE_DOWN,
    /** The logger kept the hours and sent them later. */
    CAME_LATER,
    /** Frames came, and the factor was in none that we could use: code not understood, value refused, station in quarantine. */
    MAPPING,
    /** Reports of the hour came with other factors, and this one was not in them. */
    FACTOR_NOT_SENT,
    /** No frame at all, and the connection was closed or never made. */
    LINK_LOST,
    /** No frame at all, although the connection stood. */
    STATION_SILENT,
    /** What is known decides nothing. */
    UNKNOWN
}
