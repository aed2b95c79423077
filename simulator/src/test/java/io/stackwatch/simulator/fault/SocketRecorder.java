package io.stackwatch.simulator.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A peer that keeps every byte it receives, from all connections, and says how each of them ended. */
public final class SocketRecorder implements AutoCloseable {

    private static final long PATIENCE_NANOS = 15_000_000_000L;

    private final ServerSocket server;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int reads;
    private int connections;
    private int resets;

    public SocketRecorder() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Everything so far, byte for byte as characters. */
    public synchronized String text() {
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    /** How many reads brought bytes. */
    public synchronized int reads() {
        return reads;
    }

    public synchronized int resets() {
        return resets;
    }

    /** Waits until the recorder is in a state, and fails with the name of that state if it does not come. */
    public synchronized void await(String what, Predicate<SocketRecorder> state) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!state.test(this)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; " + connections + " connections, received: "
                        + text().substring(0, Math.min(500, text().length())));
            }
            wait(left);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                synchronized (this) {
                    connections++;
                }
                daemon(() -> readAll(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void readAll(Socket socket) {
        byte[] chunk = new byte[65_536];
        try (InputStream in = socket.getInputStream()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                synchronized (this) {
                    received.write(chunk, 0, count);
                    reads++;
                    notifyAll();
                }
            }
        } catch (SocketException e) {
            synchronized (this) {
                resets++;
                notifyAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "recorder");
        thread.setDaemon(true);
        thread.start();
    }
}
