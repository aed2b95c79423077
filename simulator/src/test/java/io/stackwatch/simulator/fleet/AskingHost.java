package io.stackwatch.simulator.fleet;

import io.stackwatch.simulator.logger.HostFrame;
import java.io.DataInputStream;
import java.io.IOException;
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
 * An upper platform that asks: sends what the test says, acknowledges what asks for it, and remembers what it hears, as
 * packets without their line end, a character for each byte. Its framing is the length field, so that ciphertext passes.
 */
public final class AskingHost implements AutoCloseable {

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final Pattern NUMBER = Pattern.compile("^##\\d{4}QN=(\\d+);");
    private static final Pattern HEADER = Pattern.compile(";CN=(\\d+);PW=([^;]*);MN=([^;]*);Flag=(\\d+)");

    private final ServerSocket server;
    private final List<String> packets = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private boolean acknowledging = true;

    public AskingHost() throws IOException {
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on nothing is acknowledged. */
    public synchronized void ignoreUploads() {
        acknowledging = false;
    }

    /** Sends a segment as a right packet on the newest connection. */
    public void ask(String segment) throws IOException, InterruptedException {
        send(HostFrame.packet(segment).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes on the newest connection. */
    public void send(byte[] bytes) throws IOException, InterruptedException {
        await("a connection", host -> !host.sockets.isEmpty());
        Socket newest;
        synchronized (this) {
            newest = sockets.get(sockets.size() - 1);
        }
        newest.getOutputStream().write(bytes);
    }

    public synchronized List<String> packets() {
        return List.copyOf(packets);
    }

    /** What came so far of that command, in order of arrival. */
    public List<String> packets(String command) {
        return packets().stream()
                .filter(packet ->
                        packet.contains(";CN=" + command + ";") || packet.startsWith("ST=91;CN=" + command + ";", 6))
                .toList();
    }

    /** What came in the dialogue of that request, numbers in front: 9011, parameter, 9012. */
    public List<String> dialogue(String number) {
        return packets().stream()
                .filter(packet -> packet.startsWith("QN=" + number + ";", 6))
                .toList();
    }

    public synchronized int connections() {
        return sockets.size();
    }

    public synchronized void await(String what, Predicate<AskingHost> state) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!state.test(this)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + " among " + packets);
            }
            wait(Math.min(left, 50));
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
                    sockets.add(socket);
                    notifyAll();
                }
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                byte[] head = in.readNBytes(6);
                if (head.length < 6) {
                    return;
                }
                int length = Integer.parseInt(new String(head, 2, 4, StandardCharsets.US_ASCII));
                String packet = latin(head) + latin(in.readNBytes(length + 4));
                in.readNBytes(2);
                hear(packet, socket);
            }
        } catch (IOException e) {
            // the logger has gone
        }
    }

    private void hear(String packet, Socket socket) throws IOException {
        Matcher number = NUMBER.matcher(packet);
        Matcher header = HEADER.matcher(packet);
        boolean answer;
        synchronized (this) {
            packets.add(packet);
            notifyAll();
            answer = acknowledging;
        }
        if (answer && number.find() && header.find() && Integer.parseInt(header.group(4)) % 2 == 1) {
            int flag = Integer.parseInt(header.group(4)) & ~3;
            String segment = "QN=" + number.group(1) + ";ST=91;CN=9014;PW=" + header.group(2) + ";MN=" + header.group(3)
                    + ";Flag=" + flag + ";CP=&&&&";
            socket.getOutputStream().write(HostFrame.packet(segment).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "host");
        thread.setDaemon(true);
        thread.start();
    }
}
