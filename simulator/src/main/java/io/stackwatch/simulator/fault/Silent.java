package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Sends nothing and keeps the connection. */
final class Silent implements Fault {

    @Override
    public List<WireStep> instead(Buffer frame) {
        return List.of();
    }
}
