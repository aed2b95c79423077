package io.stackwatch.connectors.hj212.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An upper platform that does what the test says, with literal bytes; its own framing is a line end, nothing more. */
final class ScriptedPeer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final ServerSocket server;
    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    ScriptedPeer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon("accept", this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next connection that came to stand. */
    Socket awaitConnection() throws InterruptedException {
        return present("a connection", accepted.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** The next line that was received on any connection, without its line end. */
    String awaitLine() throws InterruptedException {
        return present("a frame", lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Whether nothing was received that was not asked for; only meaningful behind a fence. */
    boolean hasNoLine() {
        return lines.isEmpty();
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                accepted.add(socket);
                daemon("read", () -> readAll(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void readAll(Socket socket) {
        StringBuilder line = new StringBuilder();
        try (InputStream in = socket.getInputStream()) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    lines.add(line.toString().trim());
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException e) {
            // the test has closed it
        }
    }

    private static <T> T present(String what, T found) {
        if (found == null) {
            throw new AssertionError("waited " + PATIENCE_SECONDS + " s for " + what);
        }
        return found;
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
