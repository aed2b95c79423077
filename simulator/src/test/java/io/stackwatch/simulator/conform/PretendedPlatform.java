package io.stackwatch.simulator.conform;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Decoded;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A small platform that is right, or wrong in one thing. Its framing is the connectors' codec, its answers are its own. */
final class PretendedPlatform implements AutoCloseable {

    private static final int QUIET = 120;
    private static final int ROUNDS_OF_PATIENCE = 20;

    private final ServerSocket server;
    private final Misbehaviour wrong;
    private final PretendedAnswers answers;
    private final PretendedRequests requests;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

    PretendedPlatform(List<Station> stations, Misbehaviour wrong) throws IOException {
        this.wrong = wrong;
        this.answers = new PretendedAnswers(stations, wrong);
        this.requests = new PretendedRequests(stations, wrong);
        this.server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll);
    }

    Orders orders() {
        return requests;
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        requests.close();
        server.close();
        for (Socket each : connections) {
            each.close();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                connections.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(QUIET);
            if (wrong == Misbehaviour.READS_LINES) {
                readLines(socket);
            } else if (wrong == Misbehaviour.BELIEVES_EVERY_LENGTH) {
                readByLength(socket);
            } else {
                readFrames(socket);
            }
        } catch (IOException gone) {
            // the other side has left, or is made to leave
        }
        connections.remove(socket);
    }

    private void readFrames(Socket socket) throws IOException {
        int longest = wrong == Misbehaviour.TAKES_SHORT_SEGMENTS_ONLY ? 600 : 4096;
        FrameDecoder decoder = new FrameDecoder(CodecLimits.defaults().withMaxSegment(longest));
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        int quiet = 0;
        while (true) {
            try {
                int length = in.read(buffer);
                if (length < 0) {
                    return;
                }
                quiet = 0;
                take(socket, decoder, buffer, length);
            } catch (SocketTimeoutException e) {
                quiet++;
                if (decoder.buffered() > 0) {
                    work(socket, decoder, quiet < ROUNDS_OF_PATIENCE ? decoder.endOfQuiet() : decoder.endOfPatience());
                }
            }
        }
    }

    private void take(Socket socket, FrameDecoder decoder, byte[] bytes, int length) throws IOException {
        if (wrong == Misbehaviour.READS_ONE_PIECE || wrong == Misbehaviour.ANSWERS_ONE_PACKET_PER_READ) {
            FrameDecoder fresh = new FrameDecoder(CodecLimits.defaults());
            fresh.feed(bytes, 0, length);
            work(socket, fresh, fresh.next());
            return;
        }
        int from = 0;
        while (from < length) {
            from += decoder.feed(bytes, from, length - from);
            work(socket, decoder, decoder.next());
        }
    }

    private void work(Socket socket, FrameDecoder decoder, Decoded first) throws IOException {
        Decoded decoded = first;
        while (decoded != Decoded.NeedMore.NEED_MORE) {
            if (decoded instanceof Decoded.Whole whole) {
                whole(socket, whole.frame());
            } else if (wrong == Misbehaviour.CLOSES_ON_GARBAGE) {
                throw new IOException("garbage");
            }
            decoded = wrong == Misbehaviour.ANSWERS_ONE_PACKET_PER_READ ? Decoded.NeedMore.NEED_MORE : decoder.next();
        }
    }

    /** Takes as many bytes as the length says, and looks only then whether that was a frame. */
    private void readByLength(Socket socket) throws IOException {
        socket.setSoTimeout(0);
        InputStream in = socket.getInputStream();
        int before = in.read();
        for (int next = in.read(); next >= 0; next = in.read()) {
            boolean head = before == '#' && next == '#';
            before = next;
            if (head) {
                byte[] digits = in.readNBytes(4);
                String length = new String(digits, StandardCharsets.ISO_8859_1);
                if (length.matches("\\d{4}")) {
                    byte[] rest = in.readNBytes(Integer.parseInt(length) + 4);
                    byte[] bytes = joined(joined(ascii("##"), digits), rest);
                    Optional<Frame> frame = Frame.of(bytes);
                    if (frame.isPresent()
                            && frame.get().declaredLength() == frame.get().segmentLength()) {
                        whole(socket, frame.get());
                    }
                }
            }
        }
    }

    private void readLines(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        while (true) {
            int next;
            try {
                next = in.read();
            } catch (SocketTimeoutException e) {
                continue;
            }
            if (next < 0) {
                return;
            }
            line.append((char) next);
            if (line.length() > 1 && line.charAt(line.length() - 2) == '\r' && next == '\n') {
                byte[] bytes = line.substring(0, line.length() - 2).getBytes(StandardCharsets.ISO_8859_1);
                line.setLength(0);
                Optional<Frame> frame = Frame.of(bytes);
                if (frame.isPresent() && bytes.length == 6 + frame.get().declaredLength() + 4) {
                    whole(socket, frame.get());
                }
            }
        }
    }

    private void whole(Socket socket, Frame frame) throws IOException {
        boolean exact = frame.declaredLength() == frame.segmentLength()
                && frame.lengthDigits() == 4
                && frame.crcDigits() == 4
                && !frame.crcText().matches(".*[a-f].*");
        if (!exact && wrong == Misbehaviour.IS_STRICT_ABOUT_PACKETS) {
            return;
        }
        if (wrong == Misbehaviour.TAKES_0000_FOR_NO_CRC && frame.declaredCrc() == 0) {
            return;
        }
        if (wrong == Misbehaviour.SERVES_THE_FIRST_CONNECTION_ONLY && accepted.get() > 1) {
            return;
        }
        requests.heard(frame, socket);
        List<byte[]> replies = new ArrayList<>(answers.to(frame));
        Socket out = wrong == Misbehaviour.ANSWERS_ON_THE_OLDEST_CONNECTION ? connections.get(0) : socket;
        for (byte[] reply : replies) {
            if (reply.length == 0) {
                throw new IOException("closed on purpose");
            }
            out.getOutputStream().write(reply);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] joined(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "pretended-platform");
        thread.setDaemon(true);
        thread.start();
    }
}
