package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.gateway.history.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An upper platform that does what the test says, with framing and checksum of its own. It can be away and come back on the
 * same port.
 */
public final class FakePlatform implements AutoCloseable {

    private static final Pattern END = Pattern.compile("&&[0-9A-Za-z?]{0,4}\r\n");
    private static final Pattern QN = Pattern.compile("QN=(\\d{1,20})");
    private static final Pattern MN = Pattern.compile("MN=([^;,]*)");
    private static final Pattern FLAG = Pattern.compile("(?i)Flag=(\\d{1,3})");

    private static final Pattern NOTICE = Pattern.compile("CN=(9015|1001|1013|2012|2022);");

    /** What is written back for a frame; nothing for a platform that keeps silent. */
    @FunctionalInterface
    public interface Habit {
        void received(FakePlatform self, Socket from, byte[] frame) throws IOException;
    }

    /** Acknowledges what asks for it. */
    public static final Habit GOOD = (self, from, frame) -> self.write(from, receipt(frame));

    /** Says nothing. */
    public static final Habit SILENT = (self, from, frame) -> {};

    private final Habit habit;
    private final List<byte[]> frames = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket server;
    private final int port;
    private long answers;
    private int connections;

    private FakePlatform(Habit habit) {
        this.habit = habit;
        this.server = bind();
        this.port = server.getLocalPort();
        ServerSocket mine = server;
        daemon("platform-accept", () -> acceptAll(mine));
    }

    /**
     * A port below those that the system gives away: a client that tries again and again to reach one of those while nobody
     * listens may in the end be connected to itself.
     */
    private static ServerSocket bind() {
        for (int candidate = 21_000; candidate < 32_000; candidate++) {
            try {
                return listen(candidate);
            } catch (IOException taken) {
                // the next one, then
            }
        }
        throw new AssertionError("no port is free");
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /** A platform that listens. */
    public static FakePlatform open(Habit habit) {
        return new FakePlatform(habit);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Listens, on the port that it had before. */
    public synchronized void open() {
        try {
            server = listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket mine = server;
        daemon("platform-accept", () -> acceptAll(mine));
    }

    /** Goes away: hangs up and listens no more. */
    public synchronized void goAway() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
            sockets.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        goAway();
    }

    /** The frames that came, in order, without their line end. */
    public synchronized List<byte[]> frames() {
        return List.copyOf(frames);
    }

    /** The same as texts. */
    public List<String> texts() {
        return frames().stream().map(FakePlatform::text).toList();
    }

    /** How many frames came. */
    public synchronized int count() {
        return frames.size();
    }

    /** How many answers were written. */
    public synchronized long answers() {
        return answers;
    }

    synchronized int connections() {
        return connections;
    }

    /** Writes to whoever is connected; waits for somebody to be. */
    public void say(byte[] packet) throws IOException {
        Eventually.holds(RelayBench.PATIENCE, "somebody is connected", () -> connections() > 0);
        synchronized (this) {
            for (Socket socket : sockets) {
                if (!socket.isClosed()) {
                    socket.getOutputStream().write(packet);
                }
            }
        }
    }

    void write(Socket to, byte[] packet) throws IOException {
        if (packet.length > 0) {
            synchronized (this) {
                answers++;
            }
            OutputStream out = to.getOutputStream();
            out.write(packet);
            out.flush();
        }
    }

    /** The 9014 (or, for a heartbeat, 9013) that the frame asks for; no bytes if it asks for none. */
    public static byte[] receipt(byte[] frame) {
        String text = text(frame);
        Matcher qn = QN.matcher(text);
        Matcher mn = MN.matcher(text);
        Matcher flag = FLAG.matcher(text);
        if (!qn.find() || !mn.find() || !flag.find() || Integer.parseInt(flag.group(1)) % 2 == 0) {
            return new byte[0];
        }
        int answer = NOTICE.matcher(text).find() ? 9013 : 9014;
        return receipt(qn.group(1), mn.group(1).strip(), answer);
    }

    static byte[] receipt(String qn, String mn, int answer) {
        return Peer.packet("QN=" + qn + ";ST=91;CN=" + answer + ";PW=123456;MN=" + mn + ";Flag=4;CP=&&&&");
    }

    /** Bytes as characters, one for one. */
    public static String text(byte[] frame) {
        return new String(frame, StandardCharsets.ISO_8859_1);
    }

    private void acceptAll(ServerSocket from) {
        try {
            while (true) {
                Socket socket = from.accept();
                synchronized (this) {
                    sockets.add(socket);
                    connections++;
                }
                daemon("platform-read", () -> readAll(socket));
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    private void readAll(Socket socket) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        try (InputStream in = socket.getInputStream()) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                rest.write(chunk, 0, length);
                byte[] bytes = rest.toByteArray();
                int from = 0;
                Matcher end = END.matcher(text(bytes));
                while (end.find(from)) {
                    byte[] frame = Arrays.copyOfRange(bytes, from, end.end() - 2);
                    from = end.end();
                    synchronized (this) {
                        frames.add(frame);
                    }
                    habit.received(this, socket, frame);
                }
                rest.reset();
                rest.write(bytes, from, bytes.length - from);
            }
        } catch (IOException e) {
            // the other side, or the test, has closed it
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
