package io.stackwatch.core.penalty;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.util.List;

/**
 * One version of the formula of discretion (裁量): a row of {@code discretion-formulas.csv} with its circumstances.
 *
 * @param version its name, which every proposal carries
 * @param chinese its name in documents
 * @param combination how the levels become one number between 0 and 1
 * @param full the highest points of a circumstance
 * @param roundTo the proposal is rounded down to a multiple of this
 * @param effective for violations in which time it is used
 * @param circumstances what it looks at, in order
 * @param source where it comes from
 * @param mark how far it has been checked
 */
record DiscretionFormula(
        String version,
        String chinese,
        Combination combination,
        int full,
        Yuan roundTo,
        Effective effective,
        List<Circumstance> circumstances,
        String source,
        Verification mark) {

    /** How levels become one number. */
    enum Combination {
        /** The weighted mean of (points - 1) against (full - 1). */
        WEIGHTED_MEAN
    }

    DiscretionFormula {
        circumstances = List.copyOf(circumstances);
        if (full < 2 || circumstances.isEmpty()) {
            throw new IllegalArgumentException("formula " + version + " has nothing to weigh");
        }
    }
}
