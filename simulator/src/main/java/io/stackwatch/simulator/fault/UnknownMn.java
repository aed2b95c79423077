package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Speaks in the name of a station that nobody has registered. */
final class UnknownMn implements Fault {

    private static final String MN = "FFFFFFFFFFFFFFFFFFFFFFFF";

    @Override
    public List<WireStep> instead(Buffer frame) {
        return List.of(new WireStep.Write(FrameText.withField(frame, "MN", MN)));
    }
}
