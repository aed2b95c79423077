package io.stackwatch.simulator.fault;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * One way of getting frames wrong: what to do on the wire instead of writing this good frame.
 *
 * <p>May remember earlier frames (glue does): one instance serves one connection, in one thread.
 */
@FunctionalInterface
public interface Fault {

    /**
     * The steps, in order; none at all for a fault that swallows the frame.
     *
     * @param frame a good frame from {@code ##} to CR LF
     */
    List<WireStep> instead(Buffer frame);
}
