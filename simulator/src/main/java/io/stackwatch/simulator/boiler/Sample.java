package io.stackwatch.simulator.boiler;

import java.time.Instant;

/**
 * What an instrument shows at one instant.
 *
 * @param figure in the unit of its quantity; means nothing if the quality is bad
 * @param quality how good it is
 * @param sourceTime what the controller's clock says
 */
public record Sample(double figure, Quality quality, Instant sourceTime) {

    /** How good a sample is. */
    public enum Quality {
        /** Good. */
        GOOD,
        /** Uncertain_SensorNotAccurate. */
        UNCERTAIN,
        /** Bad_SensorFailure. */
        BAD
    }
}
