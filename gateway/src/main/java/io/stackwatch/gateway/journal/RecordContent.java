package io.stackwatch.gateway.journal;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The canonical bytes of a journal record, over which the hash chain runs: the same for every kind of journal.
 *
 * <p>Big-endian: sequence (8), seconds (8) and nanoseconds (4) of the arrival, disposition (1: 1 accepted, 2 quarantined, 3
 * refused), connector, peer and station
 * (length 1 + UTF-8; a station of length 0 is none), detail (length 2 + UTF-8), payload (length 4 + bytes). Pure functions.
 */
public final class RecordContent {

    /** Bytes of a SHA-256. */
    public static final int HASH_BYTES = 32;

    private static final int FIXED_BYTES = 8 + 8 + 4 + 1 + 1 + 1 + 1 + 2 + 4;
    private static final int SHORT_TEXT = 255;
    private static final int LONG_TEXT = 65535;

    private RecordContent() {}

    /** How many bytes {@link #write} will write. */
    public static int size(Arrival arrival) {
        return FIXED_BYTES
                + utf8Length(arrival.connector(), SHORT_TEXT)
                + utf8Length(arrival.peer(), SHORT_TEXT)
                + utf8Length(station(arrival), SHORT_TEXT)
                + utf8Length(arrival.detail(), LONG_TEXT)
                + arrival.bytes().length;
    }

    /** Writes the content at the buffer's position. */
    public static void write(long sequence, Arrival arrival, ByteBuffer out) {
        out.putLong(sequence);
        Instant arrivedAt = arrival.arrivedAt();
        out.putLong(arrivedAt.getEpochSecond());
        out.putInt(arrivedAt.getNano());
        out.put(code(arrival.disposition()));
        putShortText(arrival.connector(), out);
        putShortText(arrival.peer(), out);
        putShortText(station(arrival), out);
        int at = out.position();
        out.putShort((short) 0);
        putUtf8(arrival.detail(), out);
        out.putShort(at, (short) (out.position() - at - 2));
        out.putInt(arrival.bytes().length);
        out.put(arrival.bytes());
    }

    /** Reads what {@link #write} wrote behind the sequence number; {@code sha256} is the record's own hash. */
    public static JournalRecord read(ByteBuffer in, String sha256) {
        long sequence = in.getLong();
        Instant arrivedAt = Instant.ofEpochSecond(in.getLong(), in.getInt());
        Disposition disposition = disposition(in.get());
        String connector = text(in, in.get() & 0xff);
        String peer = text(in, in.get() & 0xff);
        String station = text(in, in.get() & 0xff);
        String detail = text(in, in.getShort() & 0xffff);
        byte[] bytes = new byte[boundedLength(in)];
        in.get(bytes);
        Optional<Mn> mn = station.isEmpty() ? Optional.empty() : Optional.of(new Mn(station));
        return new JournalRecord(
                sequence, new Arrival(arrivedAt, connector, peer, mn, disposition, detail, bytes), sha256);
    }

    /** The hash of a record behind a record with the hash {@code previous}; 64 zeros stand before the first record. */
    public static String chainedHash(String previous, long sequence, Arrival arrival) {
        ByteBuffer content = ByteBuffer.allocate(size(arrival));
        write(sequence, arrival, content);
        MessageDigest sha256 = sha256();
        sha256.update(HexFormat.of().parseHex(previous));
        return HexFormat.of().formatHex(sha256.digest(content.array()));
    }

    /** The hash that stands before the first record of a journal. */
    public static String noHash() {
        return "0".repeat(2 * HASH_BYTES);
    }

    /** A new SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte code(Disposition disposition) {
        return switch (disposition) {
            case ACCEPTED -> 1;
            case QUARANTINED -> 2;
            case REFUSED -> 3;
        };
    }

    private static Disposition disposition(byte code) {
        return switch (code) {
            case 1 -> Disposition.ACCEPTED;
            case 2 -> Disposition.QUARANTINED;
            case 3 -> Disposition.REFUSED;
            default -> throw new IllegalArgumentException("no disposition has the code " + code);
        };
    }

    private static String station(Arrival arrival) {
        return arrival.station().isPresent() ? arrival.station().get().value() : "";
    }

    private static int boundedLength(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("payload of " + length + " bytes in " + in.remaining());
        }
        return length;
    }

    private static String text(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new IllegalArgumentException("text of " + length + " bytes in " + in.remaining());
        }
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static void putShortText(String text, ByteBuffer out) {
        int at = out.position();
        out.put((byte) 0);
        putUtf8(text, out);
        out.put(at, (byte) (out.position() - at - 1));
    }

    private static void putUtf8(String text, ByteBuffer out) {
        int start = out.position();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                out.position(start);
                out.put(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            out.put((byte) c);
        }
    }

    private static int utf8Length(String text, int max) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                length = text.getBytes(StandardCharsets.UTF_8).length;
                break;
            }
        }
        if (length > max) {
            throw new IllegalArgumentException("text of " + length + " bytes where " + max + " are allowed");
        }
        return length;
    }
}
