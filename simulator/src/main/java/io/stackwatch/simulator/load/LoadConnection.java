package io.stackwatch.simulator.load;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One pretended logger of a load run: its name, its place in its sequence, and what it still has to write. */
final class LoadConnection {

    final byte[] mn;
    final int index;
    final InFlight inFlight;
    ReplyScanner replies = new ReplyScanner();

    @Nullable
    SocketChannel channel;

    @Nullable
    SelectionKey key;
    /** The rest of a frame that the socket had no room for. */
    @Nullable
    ByteBuffer rest;

    /** Sequence number of the next frame. */
    long next;
    /** How many frames were due so far; paced runs only. */
    long due;
    /** When to connect again; 0 while there is a connection. */
    long reopenAt;
    /** Whether the present or last channel came to stand. */
    boolean wasConnected;

    LoadConnection(int index, String mn, int slots) {
        this.index = index;
        this.mn = mn.getBytes(StandardCharsets.US_ASCII);
        this.inFlight = new InFlight(slots);
    }

    boolean isOpen() {
        return channel != null && channel.isConnected();
    }

    boolean maySend() {
        return isOpen() && rest == null && !inFlight.isFull();
    }
}
