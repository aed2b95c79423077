package io.stackwatch.simulator.fault;

import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A logger for tests that does on the wire what a {@link Fault} says: {@code @RegisterExtension} it, {@link #connect}, send
 * well or badly, read the answers. Closes its connections after each test. For one thread.
 */
public final class MisbehavingLogger implements AfterEachCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Socket> opened = new ArrayList<>();
    private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);
    private final StringBuilder held = new StringBuilder();
    private Socket socket = new Socket();

    /** Makes a new connection to this machine; the one before stays open and silent. */
    public MisbehavingLogger connect(int port) {
        try {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            opened.add(socket);
            faults.clear();
            held.setLength(0);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("no connection to port " + port, e);
        }
    }

    /** Sends a segment as a good frame. */
    public MisbehavingLogger send(String segment) {
        return sendBytes(FrameEncoder.encode(segment));
    }

    /** Sends a segment as that fault has it; pauses are waited for. */
    public MisbehavingLogger send(FaultKind kind, String segment) {
        Fault fault = faults.computeIfAbsent(kind, FaultKind::create);
        fault.instead(Buffer.buffer(FrameEncoder.encode(segment))).forEach(this::play);
        return this;
    }

    /** Sends these bytes as they are. */
    public MisbehavingLogger sendBytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the peer does not take any more", e);
        }
    }

    /** The next line that the peer has sent, without its end; empty if none comes in that time or the peer has closed. */
    public Optional<String> reply(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            InputStream in = socket.getInputStream();
            while (true) {
                int end = held.indexOf("\n");
                if (end >= 0) {
                    String line = held.substring(0, end).trim();
                    held.delete(0, end + 1);
                    return Optional.of(line);
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return Optional.empty();
                }
                socket.setSoTimeout((int) left);
                byte[] chunk = new byte[4_096];
                int count = in.read(chunk);
                if (count < 0) {
                    return Optional.empty();
                }
                held.append(new String(chunk, 0, count, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // reset by the peer: no answer either
        }
    }

    /** The next line; fails the test if none comes within ten seconds. */
    public String reply() {
        return reply(PATIENCE).orElseThrow(() -> new AssertionError("no answer within " + PATIENCE));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (Socket each : opened) {
            each.close();
        }
        opened.clear();
    }

    private void play(WireStep step) {
        step.<Boolean>match(
                write -> {
                    sendBytes(write.bytes().getBytes());
                    return true;
                },
                pause -> {
                    long deadline = System.nanoTime() + pause.length().toNanos();
                    while (System.nanoTime() < deadline) {
                        LockSupport.parkNanos(deadline - System.nanoTime());
                    }
                    return true;
                },
                () -> {
                    reset();
                    return true;
                });
    }

    private void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
