package io.stackwatch.core.transmission;

import java.util.Optional;

/** How a rate looks beside what is required; compared exactly. */
public enum RateState {
    /** Nothing was due: there is no rate. */
    NOT_RATED,
    /** Above the warning. */
    OK,
    /** Passes, and is below the warning: little more may be lost. */
    WARN,
    /** Below the required rate. */
    FAIL;

    /** The state of a rate. */
    public static RateState of(Optional<Rate> rate, CountTerms terms) {
        if (rate.isEmpty()) {
            return NOT_RATED;
        }
        if (!rate.get().atLeast(terms.required())) {
            return FAIL;
        }
        return rate.get().atLeast(terms.warnBelow()) ? OK : WARN;
    }
}
