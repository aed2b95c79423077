package io.stackwatch.simulator.report;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a logger reports of one factor for a span.
 *
 * @param measured as measured, dry, standard state
 * @param converted the same at the reference oxygen (折算); empty for what has no conversion
 * @param amount amount in the span (Cou): m3 for flow, kg for pollutants; empty for the rest
 * @param flag N if at least 75 % of the values below were, else D (HJ 212-2017 Appendix C, notes to C.16 to C.18)
 */
public record Figures(Triple measured, Optional<Triple> converted, Optional<BigDecimal> amount, String flag) {

    /** Whether the logger calls them good. */
    public boolean isNormal() {
        return flag.equals("N");
    }
}
