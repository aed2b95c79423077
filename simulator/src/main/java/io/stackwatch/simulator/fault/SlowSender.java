package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;

/** Sends a few bytes at a time, for several seconds. */
final class SlowSender implements Fault {

    private static final int BYTES = 16;
    private static final Duration PAUSE = Duration.ofMillis(120);

    @Override
    public List<WireStep> instead(Buffer frame) {
        return Pieces.of(frame, BYTES, PAUSE);
    }
}
