package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Declares a length that is three too many; everything else is right. */
final class WrongLength implements Fault {

    private static final int TOO_MANY = 3;

    @Override
    public List<WireStep> instead(Buffer frame) {
        int declared = FrameText.segment(frame).length + TOO_MANY;
        return List.of(new WireStep.Write(frame.copy().setString(2, String.format("%04d", declared))));
    }
}
