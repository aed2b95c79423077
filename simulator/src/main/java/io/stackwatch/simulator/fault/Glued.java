package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a frame back and writes it together with the next one (粘包). */
final class Glued implements Fault {

    private @Nullable Buffer held;

    @Override
    public List<WireStep> instead(Buffer frame) {
        Buffer first = held;
        if (first == null) {
            held = frame;
            return List.of();
        }
        held = null;
        return List.of(new WireStep.Write(Buffer.buffer().appendBuffer(first).appendBuffer(frame)));
    }
}
