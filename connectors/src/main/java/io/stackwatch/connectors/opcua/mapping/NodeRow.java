package io.stackwatch.connectors.opcua.mapping;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What a node of a source is: a row of {@code opcua-nodes.csv}. Immutable.
 *
 * @param source the source that serves it
 * @param node the node id as text, such as {@code ns=2;s=B01/SO2}
 * @param outlet whose it is
 * @param factor what it measures, in the vocabulary of HJ 212-2017/2025 or one of {@link OperatingEvidence}
 * @param unit what the node counts, once {@code scaling} is applied
 * @param scaling from the number in the node to that unit
 * @param statusProfile by which profile its StatusCodes become flags
 * @param watch how closely it is watched
 * @param effective when the row holds, by the time of the value
 * @param row line of the sheet, 1 is the line of column names
 */
public record NodeRow(
        Mn source,
        String node,
        OutletId outlet,
        FactorCode factor,
        Unit unit,
        Scaling scaling,
        String statusProfile,
        Watch watch,
        Effective effective,
        long row) {

    /** The longest node id. */
    public static final int MAX_NODE_LENGTH = 512;

    public NodeRow {
        if (node.isBlank() || node.length() > MAX_NODE_LENGTH) {
            throw new IllegalArgumentException("a node id has 1 to " + MAX_NODE_LENGTH + " characters: '" + node + "'");
        }
    }

    /**
     * A number in the node to one in its unit: {@code number * scale + offset}, exactly.
     *
     * @param scale not 0
     * @param offset in the unit of the row
     */
    public record Scaling(BigDecimal scale, BigDecimal offset) {

        /** The number as it stands. */
        public static final Scaling NONE = new Scaling(BigDecimal.ONE, BigDecimal.ZERO);

        public Scaling {
            if (scale.signum() == 0) {
                throw new IllegalArgumentException("a scale of 0 makes every number the same");
            }
        }

        BigDecimal apply(BigDecimal number) {
            return number.multiply(scale).add(offset);
        }
    }

    /**
     * How closely a node is watched.
     *
     * @param deadband change below which the server need not tell, in the node's own numbers; 0 for none
     * @param sampling how often the server looks; empty for the source's own interval
     * @param expected the longest time between two values of the node while it lives; behind that a value read back is not
     *     held any more
     */
    public record Watch(BigDecimal deadband, Optional<Duration> sampling, Duration expected) {

        public Watch {
            if (deadband.signum() < 0) {
                throw new IllegalArgumentException("negative deadband: " + deadband);
            }
            if (expected.isNegative() || expected.isZero()) {
                throw new IllegalArgumentException("expected every " + expected);
            }
        }
    }
}
