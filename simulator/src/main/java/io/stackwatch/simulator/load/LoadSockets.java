package io.stackwatch.simulator.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sockets of a load run on one selector; knows nothing of frames. For one thread. */
final class LoadSockets implements AutoCloseable {

    /** One source address has some 28,000 ports on an untouched Linux; a run with more connections uses more addresses. */
    private static final int PER_SOURCE = 20_000;

    private static final int READ_BUFFER = 65_536;

    private final Selector selector;
    private final InetSocketAddress target;
    private final byte[] bytes = new byte[READ_BUFFER];
    private final ByteBuffer readBuffer = ByteBuffer.wrap(bytes);

    LoadSockets(String host, int port) throws IOException {
        this.selector = Selector.open();
        this.target = new InetSocketAddress(host, port);
        if (target.isUnresolved()) {
            throw new IOException("no address for " + host);
        }
    }

    /** Begins to connect. */
    void open(LoadConnection connection, Reactions reactions) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (target.getAddress().isLoopbackAddress() && connection.index >= PER_SOURCE) {
            channel.bind(new InetSocketAddress("127.0.0." + (1 + connection.index / PER_SOURCE), 0));
        }
        connection.channel = channel;
        connection.rest = null;
        connection.replies = new ReplyScanner();
        connection.key = channel.register(selector, SelectionKey.OP_CONNECT, connection);
        try {
            channel.connect(target);
        } catch (IOException e) {
            lose(connection, reactions);
        }
    }

    /** Waits up to so many milliseconds (0: not at all) and lets the reactions happen. */
    void turn(long milliseconds, Reactions reactions) throws IOException {
        Consumer<SelectionKey> action = key -> ready(key, reactions);
        if (milliseconds == 0) {
            selector.selectNow(action);
        } else {
            selector.select(action, milliseconds);
        }
    }

    /** Writes, or keeps the rest until there is room. */
    void write(LoadConnection connection, ByteBuffer frame, Reactions reactions) {
        SocketChannel channel = connection.channel;
        if (channel == null) {
            return;
        }
        try {
            channel.write(frame);
            if (frame.hasRemaining()) {
                ByteBuffer rest = ByteBuffer.allocate(frame.remaining());
                connection.rest = rest.put(frame).flip();
                interest(connection.key, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
        } catch (IOException e) {
            lose(connection, reactions);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void ready(SelectionKey key, Reactions reactions) {
        LoadConnection connection = (LoadConnection) key.attachment();
        SocketChannel channel = connection.channel;
        if (channel == null || !key.isValid()) {
            return;
        }
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                interest(key, SelectionKey.OP_READ);
                reactions.connected(connection);
            } else {
                if (key.isWritable()) {
                    flush(connection, channel, key, reactions);
                }
                if (key.isReadable()) {
                    read(connection, channel, reactions);
                }
            }
        } catch (IOException e) {
            lose(connection, reactions);
        }
    }

    private static void flush(LoadConnection connection, SocketChannel channel, SelectionKey key, Reactions reactions)
            throws IOException {
        ByteBuffer rest = connection.rest;
        if (rest != null) {
            channel.write(rest);
            if (rest.hasRemaining()) {
                return;
            }
            connection.rest = null;
        }
        interest(key, SelectionKey.OP_READ);
        reactions.writable(connection);
    }

    private void read(LoadConnection connection, SocketChannel channel, Reactions reactions) throws IOException {
        readBuffer.clear();
        int count = channel.read(readBuffer);
        if (count < 0) {
            lose(connection, reactions);
        } else if (count > 0) {
            reactions.received(connection, bytes, count);
        }
    }

    private static void lose(LoadConnection connection, Reactions reactions) {
        SocketChannel channel = connection.channel;
        connection.channel = null;
        connection.key = null;
        connection.rest = null;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // it is gone either way
            }
            reactions.lost(connection);
        }
    }

    private static void interest(@Nullable SelectionKey key, int operations) {
        if (key != null && key.isValid()) {
            key.interestOps(operations);
        }
    }

    /** What the run does when something happens to a connection. */
    interface Reactions {

        void connected(LoadConnection connection);

        void writable(LoadConnection connection);

        void received(LoadConnection connection, byte[] bytes, int count);

        void lost(LoadConnection connection);
    }
}
