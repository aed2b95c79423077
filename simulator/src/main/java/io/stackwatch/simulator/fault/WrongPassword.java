package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Sends a password that was never agreed. */
final class WrongPassword implements Fault {

    private static final String PASSWORD = "000000";

    @Override
    public List<WireStep> instead(Buffer frame) {
        return List.of(new WireStep.Write(FrameText.withField(frame, "PW", PASSWORD)));
    }
}
