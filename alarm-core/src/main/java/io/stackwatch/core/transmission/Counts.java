package io.stackwatch.core.transmission;

import java.util.Optional;

/**
 * The four counters from which every rate comes (R-1-1), in hours of factors; sums of sums are the same as sums of hours.
 *
 * @param due hours that had to be sent (应传)
 * @param received of these, hours that came before the cut-off (实传)
 * @param mustBeValid hours of which a valid datum was asked (应有效)
 * @param valid received hours that pass (有效)
 */
public record Counts(long due, long received, long mustBeValid, long valid) {

    /** Nothing was due. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    public Counts {
        if (valid < 0 || valid > received || received > due || valid > mustBeValid) {
            throw new IllegalArgumentException("valid <= received <= due and valid <= must be valid are broken by "
                    + due + ", " + received + ", " + mustBeValid + ", " + valid);
        }
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                due + other.due, received + other.received, mustBeValid + other.mustBeValid, valid + other.valid);
    }

    /** Transmission rate (传输率): received of due. */
    public Optional<Rate> transmission() {
        return Rate.of(received, due);
    }

    /** Validity rate (有效率) of what was received; empty if nothing was. */
    public Optional<Rate> validity() {
        return Rate.of(valid, received);
    }

    /** Effective transmission rate (数据传输有效率): valid of due. */
    public Optional<Rate> effective() {
        return Rate.of(valid, due);
    }
}
