package io.stackwatch.simulator.conform;

import static io.stackwatch.simulator.conform.Slip.*;

import io.stackwatch.simulator.conform.packet.Packet;
import io.stackwatch.simulator.conform.packet.PacketCutter;
import io.stackwatch.simulator.conform.packet.PacketForm;
import io.stackwatch.simulator.conform.packet.Sm4Content;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A small logger in a hurry that is right, or wrong in one thing: uploads, sends again, fills up, answers requests. */
final class PretendedLogger implements AutoCloseable {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final int TICK = 10;
    private static final int AGAIN = 15;
    private static final int TIMES = 3;

    private final Station station;
    private final Slip slip;
    private final int port;
    private final QnSource numbers = new QnSource(Clock.systemUTC());
    private final PretendedDialogue dialogue;
    private final Map<String, Sent> waiting = new LinkedHashMap<>();
    private final Deque<Stored> backlog = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int ticks;
    private int minutes;
    private int calls;

    PretendedLogger(Station station, int port, Slip slip) {
        this.station = station;
        this.port = port;
        this.slip = slip;
        this.dialogue = new PretendedDialogue(this, station, slip);
    }

    void call() {
        Thread thread = new Thread(this::live, "pretended-logger");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void live() {
        while (!isClosed() && (slip != NEVER_CALLS_AGAIN || calls == 0)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                calls++;
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(TICK);
                talk(socket);
            } catch (IOException e) {
                ticks++;
            }
            store();
            rest();
        }
    }

    /** A pause before the next call, unless it is closed. */
    private void rest() {
        try {
            var unused = closed.await(TICK, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(Socket socket) throws IOException {
        PacketCutter cutter = new PacketCutter(keys());
        byte[] buffer = new byte[4096];
        while (!isClosed()) {
            try {
                int length = socket.getInputStream().read(buffer);
                if (length < 0) {
                    return;
                }
                PacketCutter reader = slip == READS_ONE_PIECE ? new PacketCutter(keys()) : cutter;
                take(socket, reader, Arrays.copyOf(buffer, length));
            } catch (SocketTimeoutException e) {
                // nobody says anything
            }
            tick(socket);
        }
    }

    private void take(Socket socket, PacketCutter cutter, byte[] bytes) throws IOException {
        boolean first = true;
        for (var incoming : cutter.take(bytes)) {
            Optional<Packet> packet = incoming.match(Optional::of, bad -> Optional.empty());
            if (packet.isEmpty() && slip == CHOKES_ON_GARBAGE) {
                throw new IOException("garbage");
            }
            if (packet.isEmpty() && slip == IGNORES_CHECKSUMS) {
                packet = mended(incoming.match(whole -> "", bad -> bad.text()));
            }
            if (packet.isPresent() && (first || slip != READS_ONE_PIECE)) {
                heard(socket, packet.get());
            }
            first = false;
        }
    }

    /** What a logger reads that does not look at the checksum. */
    private Optional<Packet> mended(String text) {
        int from = text.indexOf("QN=");
        int to = text.lastIndexOf("&&");
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        String segment = text.substring(from, to + 2).replace("PW=***", "PW=" + station.password());
        byte[] whole = PacketForm.right().of(segment.getBytes(StandardCharsets.UTF_8), Optional.empty());
        return new PacketCutter(List.of()).take(whole).get(0).match(Optional::of, bad -> Optional.empty());
    }

    private void heard(Socket socket, Packet packet) throws IOException {
        if (packet.command() == 9014 || packet.command() == 9013) {
            if (slip == TAKES_ANY_ANSWER) {
                waiting.clear();
            } else if (slip != SENDS_AGAIN_WHATEVER_COMES) {
                packet.reference().ifPresent(waiting::remove);
            }
        } else {
            for (byte[] reply : dialogue.replies(packet)) {
                socket.getOutputStream().write(reply);
            }
        }
    }

    private void tick(Socket socket) throws IOException {
        ticks++;
        if (slip == UPLOADS_NOTHING) {
            return;
        }
        boolean blocked = slip == WAITS_BEHIND_ITS_BACKLOG && calls > 1 && !waiting.isEmpty();
        if (ticks % 9 == 0 && dialogue.realtimeOn() && !blocked) {
            upload(socket, 2011, dialogue.realtime(), false);
        }
        if (ticks % 25 == 0 && !blocked) {
            LocalDateTime minute = beijing().truncatedTo(ChronoUnit.MINUTES).minusMinutes(200 + minutes++);
            String moment = FORMAT.format(
                    slip == LABELS_INTERVALS_AT_THEIR_END
                            ? beijing().plusMinutes(1).truncatedTo(ChronoUnit.MINUTES)
                            : minute);
            upload(socket, 2051, "DataTime=" + moment + ";" + dialogue.means(), false);
        }
        if (ticks % 40 == 0 && dialogue.facilitiesOn()) {
            upload(socket, 2021, "DataTime=" + moment() + ";SB1-RS=1;SB2-RS=0", false);
        }
        if (ticks % 60 == 0 && station.edition().year() == 2025 && slip != HAS_NO_HEARTBEAT) {
            upload(socket, 9015, "", false);
        }
        if (!backlog.isEmpty() && (!blocked || waiting.isEmpty())) {
            Stored stored = backlog.removeFirst();
            upload(socket, stored.command(), stored.content(), true);
        }
        sendAgain(socket);
    }

    private void upload(Socket socket, int command, String content, boolean stored) throws IOException {
        String number = slip == USES_ONE_NUMBER ? "20260101000000000" : number();
        byte[] packet = packet(number, command, content, stored);
        socket.getOutputStream().write(packet);
        waiting.put(number, new Sent(command, content, packet, ticks, 1, stored));
    }

    private void sendAgain(Socket socket) throws IOException {
        for (Map.Entry<String, Sent> each : List.copyOf(waiting.entrySet())) {
            Sent sent = each.getValue();
            if (ticks - sent.at() < AGAIN) {
                continue;
            }
            if (slip == NEVER_SENDS_AGAIN || sent.times() > TIMES) {
                if (!sent.stored() || slip != WAITS_BEHIND_ITS_BACKLOG) {
                    waiting.remove(each.getKey());
                    keep(sent);
                }
                continue;
            }
            byte[] bytes = slip == SENDS_AGAIN_WITH_ANOTHER_NUMBER
                    ? packet(number(), sent.command(), sent.content(), sent.stored())
                    : sent.bytes();
            socket.getOutputStream().write(bytes);
            waiting.put(
                    each.getKey(),
                    new Sent(sent.command(), sent.content(), bytes, ticks, sent.times() + 1, sent.stored()));
        }
    }

    private void store() {
        waiting.values().forEach(this::keep);
        waiting.clear();
    }

    private void keep(Sent sent) {
        boolean data = sent.command() == 2051;
        if (data && slip != FORGETS_WHAT_WAS_NOT_ANSWERED && backlog.size() < 500) {
            backlog.addLast(new Stored(sent.command(), sent.content()));
        }
    }

    private byte[] packet(String number, int command, String content, boolean stored) {
        int edition = station.edition().year();
        int version =
                slip == HAS_VERSION_BITS_OF_ITS_OWN ? 3 : station.edition().version();
        boolean own = slip == HAS_AN_IDENTITY_OF_ITS_OWN;
        String st = "ST=" + (command == 9015 ? "91" : "31");
        boolean marked = edition == 2025 && ((stored && slip != MARKS_NO_DATA) || slip == MARKS_ALL_DATA);
        String head = slip == WRITES_FIELDS_IN_ANOTHER_ORDER ? "CN=" + command + ";" + st : st + ";CN=" + command;
        String segment = "QN=" + number + ";" + head + ";PW=" + (own ? "000000" : station.password()) + ";MN="
                + (own ? "abc" : station.mn()) + ";Flag=" + (version << 2 | 1) + (marked ? ";RF=1" : "") + ";CP=&&"
                + content + "&&";
        return form(command).of(segment.getBytes(StandardCharsets.UTF_8), key());
    }

    PacketForm form(int command) {
        PacketForm right = PacketForm.right();
        boolean secret = station.key().isPresent()
                && slip != SENDS_EVERYTHING_IN_CLEAR
                && ((command >= 2000 && command < 3000) || command == 3020);
        return new PacketForm(
                slip == WRITES_CRC_IN_LOWER_CASE ? new PacketForm.Crc(PacketForm.CrcKind.LOWER, 0) : right.crc(),
                right.length(),
                right.tail(),
                secret ? PacketForm.Cipher.RAW : PacketForm.Cipher.CLEAR,
                false);
    }

    Optional<byte[]> key() {
        return station.key().flatMap(Sm4Content::key);
    }

    private List<byte[]> keys() {
        return key().map(List::of).orElse(List.of());
    }

    String number() {
        String number = numbers.next();
        return slip == WRITES_SHORT_NUMBERS ? number.substring(0, 14) : number;
    }

    String moment() {
        String moment = FORMAT.format(beijing());
        return slip == WRITES_SHORT_MOMENTS ? moment.substring(0, 12) : moment;
    }

    static LocalDateTime beijing() {
        return LocalDateTime.ofInstant(Clock.systemUTC().instant(), QnSource.ZONE);
    }

    @SuppressWarnings("ArrayRecordComponent") // the bytes that go out again; never compared
    private record Sent(int command, String content, byte[] bytes, int at, int times, boolean stored) {}

    private record Stored(int command, String content) {}
}
