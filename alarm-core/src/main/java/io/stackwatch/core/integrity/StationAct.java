package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import java.time.Instant;

/**
 * Something that was done at a station and is known of.
 *
 * @param kind what
 * @param factor of which factor
 * @param at when
 * @param words what is recorded of it, with old and new figures
 * @param filed whether it was announced by the enterprise or recorded by maintenance in time
 */
public record StationAct(Kind kind, FactorCode factor, Instant at, String words, boolean filed) {

    /** Kinds of acts. Names are stored and never change. */
    public enum Kind {
        /** Slope, intercept, range, K factor or another parameter was set (HJ 212 command 3020, 3021). */
        PARAMETER_CHANGED,
        /** The instrument was calibrated or checked with gas. */
        CALIBRATED
    }
}
