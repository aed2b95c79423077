package io.stackwatch.connectors.hj212.client;

import io.stackwatch.connectors.hj212.codec.Frame;

/** Who wants to know what happens to a connection. Called in the client's context; must not block. */
public interface ClientListener {

    /** Listens to nothing. */
    ClientListener NONE = new ClientListener() {};

    /** A connection stands. */
    default void connected() {}

    /** The connection ended, or an attempt to make one failed; the client tries again by itself. */
    default void disconnected() {}

    /**
     * The host asks or orders something (请求命令, 通知命令): a frame that is no answer (9013, 9014).
     *
     * <p>As it came: its checksum is not looked at, its content may be encrypted. Answers go out through
     * {@link UploadClient#send}, as frames that want no answer.
     */
    default void requested(Frame frame) {}
}
