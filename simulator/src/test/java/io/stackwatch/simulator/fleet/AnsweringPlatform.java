package io.stackwatch.simulator.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An upper platform that answers every frame that asks, with its own checksum code, and remembers the frames.
 *
 * <p>Can hold its answers back for a while: the frames then wait, as with a server that stalls.
 */
public final class AnsweringPlatform implements AutoCloseable {

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final Pattern NUMBER = Pattern.compile("QN=(\\d+);");
    private static final Pattern FLAG = Pattern.compile("Flag=(\\d+)");

    private final ServerSocket server;
    private final List<String> frames = new ArrayList<>();
    private boolean holding;

    public AnsweringPlatform() throws IOException {
        server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll);
    }

    public int port() {
        return server.getLocalPort();
    }

    public synchronized List<String> frames() {
        return List.copyOf(frames);
    }

    /** The frames so far of that command, in order of arrival. */
    public List<String> frames(String command) {
        return frames().stream()
                .filter(frame -> frame.contains(";CN=" + command + ";"))
                .toList();
    }

    /** From now on frames are read and not answered. */
    public synchronized void hold() {
        holding = true;
    }

    /** Answers again, also what has waited. */
    public synchronized void release() {
        holding = false;
        notifyAll();
    }

    public synchronized void await(String what, Predicate<AnsweringPlatform> state) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!state.test(this)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + " among " + frames.size() + " frames");
            }
            wait(Math.min(left, 50));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        release();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                remember(line);
                Matcher number = NUMBER.matcher(line);
                Matcher flag = FLAG.matcher(line);
                if (number.find() && flag.find() && Integer.parseInt(flag.group(1)) % 2 == 1) {
                    socket.getOutputStream().write(answer(number.group(1)).getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // the logger has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void remember(String line) throws InterruptedException {
        frames.add(line);
        notifyAll();
        while (holding) {
            wait();
        }
    }

    private static String answer(String number) {
        String segment = "QN=" + number + ";ST=91;CN=9014;PW=123456;MN=1;Flag=4;CP=&&&&";
        return String.format("##%04d%s%04X\r\n", segment.length(), segment, checksum(segment));
    }

    /** HJ 212-2017 Appendix A, bit by bit. */
    private static int checksum(String segment) {
        int register = 0xFFFF;
        for (byte next : segment.getBytes(StandardCharsets.US_ASCII)) {
            register = (register >> 8) ^ next;
            for (int bit = 0; bit < 8; bit++) {
                int low = register & 1;
                register >>= 1;
                if (low == 1) {
                    register ^= 0xA001;
                }
            }
        }
        return register;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "platform");
        thread.setDaemon(true);
        thread.start();
    }
}
