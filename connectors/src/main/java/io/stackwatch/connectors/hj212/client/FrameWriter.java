package io.stackwatch.connectors.hj212.client;

import io.vertx.core.net.NetSocket;

/** How a frame gets onto the wire; a place to do it wrong on purpose. Called in the client's context. */
@FunctionalInterface
public interface FrameWriter {

    /** Writes the whole frame at once. */
    FrameWriter PLAIN = (socket, upload) -> socket.write(upload.frame());

    /** Writes the frame to the socket, or does whatever this writer does instead. */
    void write(NetSocket socket, Upload upload);
}
