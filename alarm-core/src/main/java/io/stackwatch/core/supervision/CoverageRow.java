package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;

/**
 * One row of {@code coverage-duties.csv}: which outlets the action plan wants on line.
 *
 * @param id stable name of the row
 * @param kind how {@code value} is compared
 * @param value metres of a stack, or a code of industry
 * @param chinese what the plan calls it
 * @param effective when it holds
 * @param source where it comes from
 * @param mark how far it has been checked
 */
public record CoverageRow(
        String id, Kind kind, String value, String chinese, Effective effective, String source, Verification mark) {

    /** How a row is compared with an outlet. */
    public enum Kind {
        /** The stack is strictly higher than so many metres. */
        STACK_ABOVE,
        /** The outlet is of this industry. */
        INDUSTRY
    }

    public CoverageRow {
        if (kind == Kind.STACK_ABOVE && new BigDecimal(value).signum() <= 0) {
            throw new IllegalArgumentException("a stack above " + value + " m: " + id);
        }
    }
}
