package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;

/** Sends a frame after its time. */
final class Late implements Fault {

    private static final Duration WAIT = Duration.ofSeconds(20);

    @Override
    public List<WireStep> instead(Buffer frame) {
        return List.of(new WireStep.Pause(WAIT), new WireStep.Write(frame));
    }
}
