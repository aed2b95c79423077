package io.stackwatch.core.exceedance;

import java.util.Optional;

/**
 * Whether the instruments that an hour was measured with were in control (失控时段, HJ 75-2017 part 12, unverified), as their
 * recorded checks say.
 *
 * @param lostByFactor the check by which the instrument of the factor was out of control for more of the hour than an hour can
 *     lose; empty if it was in control, or nothing is known
 * @param lostByOxygen the same of the oxygen of the hour
 */
public record InstrumentControl(Optional<String> lostByFactor, Optional<String> lostByOxygen) {

    /** No check says that an instrument was out of control. */
    public static final InstrumentControl NOTHING_AGAINST_IT =
            new InstrumentControl(Optional.empty(), Optional.empty());
}
