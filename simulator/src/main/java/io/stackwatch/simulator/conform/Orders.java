package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.util.Optional;

/** How a platform under test is made to ask: the step {@code order}. */
@FunctionalInterface
public interface Orders {

    /**
     * Tells the platform to send this request to this station, and does not wait for its end.
     *
     * @return why the platform would not; empty if it took the order
     */
    Optional<String> place(String mn, int command, String content) throws IOException;
}
