package io.stackwatch.core.integrity;

/** What a factor says of an outlet, for the detectors. */
enum Role {
    /** A concentration in the flue gas that is held against a limit. */
    POLLUTANT,
    /** Oxygen content of the flue gas. */
    OXYGEN,
    /** Flow of the flue gas. */
    FLOW,
    /** Temperature of the flue gas. */
    TEMPERATURE,
    /** Moisture of the flue gas. */
    MOISTURE,
    /** How much the plant produces. */
    LOAD
}
