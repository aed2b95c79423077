package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A frame cut into pieces with pauses between them. */
final class Pieces {

    private Pieces() {}

    static List<WireStep> of(Buffer frame, int size, Duration pause) {
        List<WireStep> steps = new ArrayList<>();
        for (int from = 0; from < frame.length(); from += size) {
            if (from > 0) {
                steps.add(new WireStep.Pause(pause));
            }
            steps.add(new WireStep.Write(frame.getBuffer(from, Math.min(frame.length(), from + size))));
        }
        return steps;
    }
}
