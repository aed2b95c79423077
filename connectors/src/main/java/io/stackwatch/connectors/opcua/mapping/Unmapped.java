package io.stackwatch.connectors.opcua.mapping;

import io.stackwatch.core.registry.Mn;

/**
 * A value that is no number of an outlet, and why; nothing is lost silently.
 *
 * @param source whose value
 * @param node its node id
 * @param reason why
 * @param row line of {@code opcua-nodes.csv}; 0 if there is none
 */
public record Unmapped(Mn source, String node, Reason reason, long row) {

    /** Why a value is no number of an outlet. */
    public enum Reason {
        /** No row has this node. */
        UNKNOWN_NODE,
        /** Rows have it, but none holds at the time of the value. */
        NO_ROW_IN_FORCE,
        /** The factor is in nobody's table. */
        UNKNOWN_FACTOR,
        /** The unit of the row cannot be converted into that of the code table. */
        UNIT_CANNOT_BE_CONVERTED,
        /** Text, an array or a structure, where a number is needed. */
        TYPE_DOES_NOT_FIT,
        /** Good, and yet without a value. */
        NO_VALUE,
        /** More than {@value NodeMapping#MAX_DIGITS} digits before the point: no measured value. */
        NUMBER_TOO_LONG,
        /** Read from the history without any time: nobody can say when it was so. */
        NO_TIME
    }

    @Override
    public String toString() {
        return "opcua-nodes.csv" + (row > 0 ? " row " + row : "") + ": node " + node + " of " + source + ": " + reason;
    }
}
