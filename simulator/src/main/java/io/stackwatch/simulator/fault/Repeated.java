package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Sends the same bytes twice, with the same QN. */
final class Repeated implements Fault {

    @Override
    public List<WireStep> instead(Buffer frame) {
        return List.of(new WireStep.Write(frame), new WireStep.Write(frame));
    }
}
