package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.time.Duration;

/** Where the connections of a case come from: to a platform they are made, from a logger they are waited for. */
public interface Lines {

    /** A connection to a platform under test. */
    static Lines to(String host, int port) {
        return atMost -> SocketWire.to(host, port, atMost);
    }

    /** A connection; fails when none came to stand in time. */
    Wire open(Duration atMost) throws IOException;

    /** Lets this time pass without taking a connection; whoever calls is turned away. */
    default void away(Duration length) throws IOException {
        throw new IOException("only a logger can be left alone");
    }
}
