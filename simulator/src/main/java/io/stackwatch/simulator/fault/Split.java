package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;

/** Splits a frame over several TCP segments (半包). */
final class Split implements Fault {

    private static final int PIECES = 4;
    private static final Duration PAUSE = Duration.ofMillis(80);

    @Override
    public List<WireStep> instead(Buffer frame) {
        return Pieces.of(frame, Math.max(1, (frame.length() + PIECES - 1) / PIECES), PAUSE);
    }
}
