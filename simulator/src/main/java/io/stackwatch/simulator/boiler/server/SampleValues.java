package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.BoilerQuantity;
import io.stackwatch.simulator.boiler.Sample;
import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** Samples as OPC UA values: Float, the state of the fire Int32; a bad one is empty. */
final class SampleValues {

    private static final StatusCode BAD = new StatusCode(StatusCodes.Bad_SensorFailure);
    private static final StatusCode UNCERTAIN = new StatusCode(StatusCodes.Uncertain_SensorNotAccurate);

    private SampleValues() {}

    static NodeId type(BoilerQuantity quantity) {
        return quantity == BoilerQuantity.FIRE ? NodeIds.Int32 : NodeIds.Float;
    }

    /** @param serverTime what the server's clock says */
    static DataValue value(BoilerQuantity quantity, Sample sample, Instant serverTime) {
        return new DataValue(
                sample.quality() == Sample.Quality.BAD ? Variant.NULL_VALUE : variant(quantity, sample.figure()),
                status(sample.quality()),
                new DateTime(sample.sourceTime()),
                new DateTime(serverTime));
    }

    private static Variant variant(BoilerQuantity quantity, double figure) {
        return quantity == BoilerQuantity.FIRE ? Variant.ofInt32((int) figure) : Variant.ofFloat((float) figure);
    }

    private static StatusCode status(Sample.Quality quality) {
        return switch (quality) {
            case GOOD -> StatusCode.GOOD;
            case UNCERTAIN -> UNCERTAIN;
            case BAD -> BAD;
        };
    }
}
