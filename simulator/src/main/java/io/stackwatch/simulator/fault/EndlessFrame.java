package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Begins a frame of the longest declarable length and goes on far beyond it. */
final class EndlessFrame implements Fault {

    private static final int CHUNKS = 64;
    private static final int CHUNK = 1_024;

    @Override
    public List<WireStep> instead(Buffer frame) {
        List<WireStep> steps = new ArrayList<>();
        steps.add(new WireStep.Write(Buffer.buffer("##9999QN=")));
        Buffer chunk = Buffer.buffer("7".repeat(CHUNK));
        for (int i = 0; i < CHUNKS; i++) {
            steps.add(new WireStep.Write(chunk));
        }
        return steps;
    }
}
