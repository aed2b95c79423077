package io.stackwatch.core.registry;

/**
 * A stretch of time in which an outlet need not send hours although it is connected.
 *
 * @param outlet which outlet
 * @param kind why
 * @param document the accepted declaration or the officer's grant
 * @param effective when
 */
public record DutyPause(OutletId outlet, Kind kind, String document, Effective effective) {

    /** Why nothing is due. */
    public enum Kind {
        /** Stop (停运, 停产) declared and accepted. */
        STOP_ACCEPTED,
        /** Exemption granted by an officer: power cut, force majeure, outage of the platform. */
        EXEMPTION_GRANTED
    }
}
