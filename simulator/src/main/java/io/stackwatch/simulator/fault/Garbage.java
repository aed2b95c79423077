package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Random;

/** Sends bytes that are no frame, then the frame. */
final class Garbage implements Fault {

    private static final int BYTES = 300;
    private static final long SEED = 20_170_501;

    private final Random random = new Random(SEED);

    @Override
    public List<WireStep> instead(Buffer frame) {
        byte[] noise = new byte[BYTES];
        random.nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            if (noise[i] == (byte) 0x23) {
                noise[i] = 0; // a hash sign could swallow the good frame behind it, which is another fault
            }
        }
        return List.of(new WireStep.Write(Buffer.buffer(noise)), new WireStep.Write(frame));
    }
}
