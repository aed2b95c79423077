package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Sends the first half of a frame and resets the connection. */
final class ResetMidFrame implements Fault {

    @Override
    public List<WireStep> instead(Buffer frame) {
        return List.of(new WireStep.Write(frame.getBuffer(0, frame.length() / 2)), WireStep.Reset.RESET);
    }
}
