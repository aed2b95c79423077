package io.stackwatch.core.emission;

import io.stackwatch.core.exceedance.Fraction;

/**
 * Flow of flue gas in m3/h, dry, at 273 K and 101,325 Pa (标干流量), exact.
 *
 * @param cubicMetresPerHour not below zero
 */
public record DryFlow(Fraction cubicMetresPerHour) {

    public DryFlow {
        if (cubicMetresPerHour.numerator().signum() < 0) {
            throw new IllegalArgumentException("negative flow: " + cubicMetresPerHour);
        }
    }
}
