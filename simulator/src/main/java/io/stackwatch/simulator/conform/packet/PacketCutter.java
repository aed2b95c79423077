package io.stackwatch.simulator.conform.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts what comes into packets, strictly: {@code ##}, four digits, that many bytes, four hexadecimal digits, CR LF, and the
 * checksum fits (HJ 212-2017 Table 2). Anything else is broken, and says why.
 *
 * <p>Content that is no text is tried with the station's keys. For one thread at a time; holds one packet and what came
 * with it.
 */
public final class PacketCutter {

    private static final int HEAD = 6;
    private static final int CHECKSUM = 4;
    private static final int END = 2;
    private static final int LONGEST_HELD = 64 * 1024;
    private static final byte[] OPEN = "CP=&&".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> keys;
    private byte[] held = new byte[0];

    /** A cutter for one connection; the keys are tried on content that is encrypted. */
    public PacketCutter(List<byte[]> keys) {
        this.keys = List.copyOf(keys);
    }

    /** What has become whole with these bytes. */
    public List<Incoming> take(byte[] more) {
        byte[] all = Arrays.copyOf(held, held.length + more.length);
        System.arraycopy(more, 0, all, held.length, more.length);
        held = all;
        List<Incoming> found = new ArrayList<>();
        Optional<Incoming> next = next();
        while (next.isPresent()) {
            found.add(next.get());
            next = next();
        }
        if (held.length > LONGEST_HELD) {
            found.add(broken(held.length, "no packet within " + LONGEST_HELD + " bytes"));
        }
        return found;
    }

    /** What is held and is no whole packet; empty if nothing is held. */
    public Optional<Incoming> rest() {
        return held.length == 0
                ? Optional.empty()
                : Optional.of(broken(held.length, "no whole packet: " + missing() + " is missing"));
    }

    private String missing() {
        if (held.length < HEAD) {
            return "the rest of the head";
        }
        int whole = HEAD + declared() + CHECKSUM + END;
        return held.length >= HEAD + declared() + CHECKSUM
                ? "the end CR LF"
                : (whole - held.length) + " bytes of what its length says";
    }

    private Optional<Incoming> next() {
        if (held.length == 0) {
            return Optional.empty();
        }
        if (held[0] != '#' || (held.length > 1 && held[1] != '#')) {
            return Optional.of(broken(nextStart(1), "a packet begins with ##"));
        }
        if (held.length < HEAD) {
            return Optional.empty();
        }
        if (!new String(held, 2, 4, StandardCharsets.ISO_8859_1).matches("\\d{4}")) {
            return Optional.of(broken(nextStart(2), "the length is not four digits"));
        }
        int checksumAt = HEAD + declared();
        if (held.length < checksumAt + CHECKSUM) {
            return Optional.empty();
        }
        String checksum = new String(held, checksumAt, CHECKSUM, StandardCharsets.ISO_8859_1);
        if (checksumAt < HEAD + 2 || held[checksumAt - 1] != '&' || held[checksumAt - 2] != '&') {
            return Optional.of(broken(nextStart(2), "the length " + declared() + " does not lead to the closing &&"));
        }
        if (!checksum.matches("[0-9A-Fa-f]{4}")) {
            return Optional.of(broken(nextStart(2), "no four hexadecimal digits behind the data segment"));
        }
        int end = checksumAt + CHECKSUM;
        if (held.length > end && held[end] != '\r') {
            return Optional.of(broken(nextStart(end), "the packet does not end with CR LF"));
        }
        if (held.length > end + 1 && held[end + 1] != '\n') {
            return Optional.of(broken(nextStart(end), "the packet does not end with CR LF"));
        }
        return held.length < end + END ? Optional.empty() : Optional.of(whole(checksumAt, checksum));
    }

    private Incoming whole(int checksumAt, String checksum) {
        byte[] segment = Arrays.copyOfRange(held, HEAD, checksumAt);
        int declaredChecksum = Integer.parseInt(checksum, 16);
        int right = Checksum.hj212(segment);
        boolean encrypted = false;
        if (right != declaredChecksum || !isText(segment)) {
            for (byte[] key : keys) {
                byte[] clear = decrypted(segment, key);
                if (Checksum.hj212(clear) == declaredChecksum && isText(clear)) {
                    segment = clear;
                    right = declaredChecksum;
                    encrypted = true;
                    break;
                }
            }
        }
        int whole = checksumAt + CHECKSUM + END;
        if (right != declaredChecksum) {
            return broken(whole, String.format("the checksum is %s, of these bytes it is %04X", checksum, right));
        }
        byte[] bytes = Arrays.copyOf(held, whole);
        consume(whole);
        return new Packet(bytes, new String(segment, StandardCharsets.UTF_8), checksum, encrypted);
    }

    private static byte[] decrypted(byte[] segment, byte[] key) {
        int from = indexOf(segment, OPEN) + OPEN.length;
        int to = segment.length - 2;
        byte[] clear = segment.clone();
        if (from >= OPEN.length && from < to) {
            byte[] content = Sm4Content.decrypted(Arrays.copyOfRange(segment, from, to), key);
            System.arraycopy(content, 0, clear, from, content.length);
        }
        return clear;
    }

    private static boolean isText(byte[] segment) {
        return new String(segment, StandardCharsets.UTF_8)
                .chars()
                .noneMatch(c -> c < ' ' || c == 0x7F || c == '\uFFFD');
    }

    private int declared() {
        int declared = 0;
        for (int i = 2; i < HEAD; i++) {
            declared = declared * 10 + Character.digit(held[i], 10);
        }
        return declared;
    }

    private Incoming broken(int bytes, String reason) {
        String text = Shown.bytes(Arrays.copyOf(held, bytes));
        consume(bytes);
        return new Incoming.Broken(reason, text);
    }

    private void consume(int bytes) {
        held = Arrays.copyOfRange(held, bytes, held.length);
    }

    /** Where the next packet may begin, or the end of what is held. */
    private int nextStart(int from) {
        for (int i = from; i < held.length; i++) {
            if (held[i] == '#' && (i + 1 == held.length || held[i + 1] == '#')) {
                return i;
            }
        }
        return held.length;
    }

    private static int indexOf(byte[] bytes, byte[] what) {
        for (int i = 0; i + what.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -OPEN.length;
    }
}
