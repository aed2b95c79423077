package io.stackwatch.connectors.opcua.mapping;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a value of a node says of an outlet.
 *
 * @param row by which row
 * @param number in {@code unit}; empty if the value holds none, and then the flag is not normal
 * @param unit of the code table
 * @param flag the StatusCode as a letter of HJ 212
 * @param status the StatusCode itself
 * @param at when it was so: by the source's time, else by the server's, else by that of the publish
 */
public record NodeReading(NodeRow row, Optional<BigDecimal> number, Unit unit, DataFlag flag, long status, Instant at) {

    public NodeReading {
        if (number.isEmpty() && flag.isNormal()) {
            throw new IllegalArgumentException("normal, and no number: " + row.node());
        }
    }

    /** Whose it is. */
    public OutletId outlet() {
        return row.outlet();
    }

    /** What it measures. */
    public FactorCode factor() {
        return row.factor();
    }
}
