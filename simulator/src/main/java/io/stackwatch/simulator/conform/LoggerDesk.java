package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The port at which a logger under test calls. A connection stays for the next case until one side closes it; the newest one
 * counts. Accepts on a thread of its own.
 */
public final class LoggerDesk implements Lines, AutoCloseable {

    private static final int WAITING = 16;

    private final ServerSocket server;
    private final BlockingQueue<Socket> callers = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean away;
    private @Nullable Kept current;

    private LoggerDesk(ServerSocket server) {
        this.server = server;
    }

    /** Listens on this port; 0 chooses a free one. */
    public static LoggerDesk open(InetAddress address, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(address, port), WAITING);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        LoggerDesk desk = new LoggerDesk(server);
        Thread thread = new Thread(desk::acceptAll, "logger-desk");
        thread.setDaemon(true);
        thread.start();
        return desk;
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public synchronized Wire open(Duration atMost) throws IOException {
        Kept kept = current;
        boolean alive = kept != null && !kept.ended;
        Socket caller = callers.poll();
        try {
            if (caller == null && !alive) {
                caller = callers.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the logger", e);
        }
        for (Socket newer = callers.poll(); newer != null; newer = callers.poll()) {
            close(caller);
            caller = newer;
        }
        if (caller != null) {
            if (kept != null && !kept.ended) {
                kept.close();
            }
            kept = new Kept(new SocketWire(caller));
            current = kept;
        }
        if (kept == null || kept.ended) {
            throw new IOException("no logger has called within " + atMost.toMillis() + " ms");
        }
        return kept;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket caller = callers.poll(); caller != null; caller = callers.poll()) {
            caller.close();
        }
    }

    @Override
    public void away(Duration length) throws IOException {
        away = true;
        try {
            for (Socket caller = callers.poll(); caller != null; caller = callers.poll()) {
                caller.close();
            }
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while nobody was there", e);
        } finally {
            away = false;
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (away || !callers.offer(socket)) {
                    socket.close();
                }
            } catch (IOException e) {
                // one caller is gone, or the desk is closed and the loop ends
            }
        }
    }

    private static void close(@Nullable Socket socket) throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    /** A wire that knows whether it has ended. */
    private static final class Kept implements Wire {

        private final Wire wire;
        private volatile boolean ended;

        Kept(Wire wire) {
            this.wire = wire;
        }

        @Override
        public void send(byte[] bytes) throws IOException {
            wire.send(bytes);
        }

        @Override
        public Heard listen(Duration atMost) throws IOException {
            Heard heard = wire.listen(atMost);
            ended |= heard.match(bytes -> false, () -> false, () -> true);
            return heard;
        }

        @Override
        public void finishSending() throws IOException {
            wire.finishSending();
        }

        @Override
        public void reset() throws IOException {
            ended = true;
            wire.reset();
        }

        @Override
        public void close() throws IOException {
            ended = true;
            wire.close();
        }
    }
}
