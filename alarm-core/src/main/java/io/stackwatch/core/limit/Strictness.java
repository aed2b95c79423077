package io.stackwatch.core.limit;

import java.math.BigDecimal;

/**
 * How strict a limit is, whatever its reference oxygen: allowed / (21 - reference), compared without division.
 *
 * <p>The same number is stricter at the lower reference oxygen, since a mean is above when C / (21 - O2) exceeds it. A
 * limit on the measured mean is ordered as if its reference were 0; that is a convention for the order only.
 */
record Strictness(BigDecimal allowed, BigDecimal span) implements Comparable<Strictness> {

    private static final BigDecimal OXYGEN_OF_AIR = new BigDecimal("21");

    static Strictness of(Limit limit) {
        BigDecimal reference = limit.referenceOxygen().map(o -> o.percent()).orElse(BigDecimal.ZERO);
        return new Strictness(limit.allowed().milligramsPerCubicMetre(), OXYGEN_OF_AIR.subtract(reference));
    }

    @Override
    public int compareTo(Strictness other) {
        return allowed.multiply(other.span).compareTo(other.allowed.multiply(span));
    }
}
