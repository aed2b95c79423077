package io.stackwatch.simulator.report;

/**
 * Conversion of a concentration to the reference oxygen (折算): {@code C x (21 - O2ref) / (21 - O2)}, HJ 212-2017
 * Appendix D formula 28.
 *
 * @param referenceOxygen percent
 */
public record Conversion(double referenceOxygen) {

    /** What HJ 212-2025 8.1.1 has a logger send where the formula would divide by zero. */
    static final double NOT_CONVERTIBLE = 9999.99;

    public Conversion {
        if (!(referenceOxygen > 0 && referenceOxygen < 21)) {
            throw new IllegalArgumentException("reference oxygen must be between 0 and 21: " + referenceOxygen);
        }
    }

    double of(double concentration, double oxygen) {
        if (oxygen >= 21) {
            return NOT_CONVERTIBLE;
        }
        return Math.min(NOT_CONVERTIBLE, concentration * (21 - referenceOxygen) / (21 - oxygen));
    }
}
