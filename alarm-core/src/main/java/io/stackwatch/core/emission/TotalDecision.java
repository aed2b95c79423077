package io.stackwatch.core.emission;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameter;
import java.util.Optional;

/**
 * What a total means beside a permitted one. A warning to people; whether anything was violated an officer decides.
 *
 * @param permitted what is allowed
 * @param total what has been let out so far
 * @param used share of the permitted total that is used up, exact
 * @param level whether anybody is warned
 * @param reason why, also if not
 * @param row the row whose share was reached; empty below every one
 */
public record TotalDecision(
        PermittedTotal permitted,
        EmissionTotal total,
        Fraction used,
        Level level,
        Reason reason,
        Optional<RuleParameter> row) {

    /** Whether anybody is warned. Names are stored and never change. */
    public enum Level {
        /** Nobody. */
        NONE,
        /** The permitted total is nearly used up. */
        WARNING,
        /** It is used up. */
        REACHED
    }

    /** Why. Names are stored and never change. */
    public enum Reason {
        /** Below the first row, and every hour has a mass. */
        BELOW,
        /** Below the first row as far as is known: hours are lost, so that the true sum is larger. Not to be read as below. */
        BELOW_BUT_HOURS_LOST,
        /** The measured hours alone reach the row's share. */
        BY_MEASURED_HOURS,
        /** Only with the substituted hours the row's share is reached. */
        WITH_SUBSTITUTED_HOURS
    }
}
