package io.stackwatch.connectors.hj212.client;

/** Who wants to know what happens to a connection. Called in the client's context; must not block. */
public interface ClientListener {

    /** Listens to nothing. */
    ClientListener NONE = new ClientListener() {};

    /** A connection stands. */
    default void connected() {}

    /** The connection ended, or an attempt to make one failed; the client tries again by itself. */
    default void disconnected() {}
}
