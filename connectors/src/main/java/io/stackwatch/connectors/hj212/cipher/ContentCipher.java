package io.stackwatch.connectors.hj212.cipher;

import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Opens and seals the content of packets: what stands between {@code CP=&&} and the last {@code &&} (HJ 212-2025 6.4,
 * appendix A.2). The checksum is the plaintext's.
 *
 * <p>A function of frame and keys; an instance only holds memory that is used again, so it is for one thread at a time.
 * Never throws for anything that a peer can send.
 */
public final class ContentCipher {

    private static final CrcKind[] KINDS = CrcKind.values();

    private final Sm4 sm4 = new Sm4();

    /**
     * What this frame says, if it can be had. Plain content that fits its checksum is plain; else each key is tried, the
     * newest first. Readable content whose checksum fits nothing is opened too: judging checksums is not our task.
     */
    public Opened open(Frame frame, Encryption encryption) {
        int from = frame.contentFrom();
        if (from < 0 || frame.contentTo() - from < Sm4.GROUP) {
            return new Opened.Plain(frame, true);
        }
        boolean legible = Legible.content(frame.bytes(), from, frame.contentTo());
        if (legible && crcFits(frame)) {
            return new Opened.Plain(frame, false);
        }
        Optional<Opened> unsealed;
        if (PrintedList.begins(frame.bytes(), from, frame.contentTo())) {
            unsealed = PrintedList.read(frame.bytes(), from, frame.contentTo())
                    .flatMap(list -> tryKeys(frame, list, 0, list.length, encryption.keys(), Encryption.Form.PRINTED));
        } else {
            int length = frame.contentTo() - from;
            unsealed = tryKeys(frame, frame.bytes(), from, length, encryption.keys(), Encryption.Form.RAW);
        }
        if (unsealed.isPresent()) {
            return unsealed.get();
        }
        return legible ? new Opened.Plain(frame, false) : Opened.NoKeyFits.NO_KEY_FITS;
    }

    /** The whole packet of this plain segment, content sealed, length and checksum the plaintext's. */
    public byte[] seal(byte[] segment, StationKey key, Encryption.Form form) {
        byte[] packet = FrameEncoder.encode(segment, 0, segment.length);
        Frame plain = Frame.of(packet)
                .filter(frame -> frame.segmentLength() == segment.length && frame.contentFrom() >= 0)
                .orElseThrow(() -> new IllegalArgumentException("a segment without content cannot be sealed"));
        int from = plain.contentFrom();
        int length = plain.contentTo() - from;
        if (length < Sm4.GROUP) {
            return packet;
        }
        byte[] content = new byte[length];
        sm4.encrypt(key, packet, from, length, content, 0);
        if (form == Encryption.Form.RAW) {
            System.arraycopy(content, 0, packet, from, length);
            return packet;
        }
        byte[] printed = PrintedList.print(content);
        byte[] sealed = Arrays.copyOf(packet, packet.length - length + printed.length);
        System.arraycopy(printed, 0, sealed, from, printed.length);
        System.arraycopy(packet, from + length, sealed, from + printed.length, packet.length - from - length);
        return sealed;
    }

    private Optional<Opened> tryKeys(
            Frame frame, byte[] source, int from, int length, List<StationKey> keys, Encryption.Form form) {
        byte[] plaintext = new byte[length];
        Optional<Opened> readable = Optional.empty();
        for (int i = 0; i < keys.size(); i++) {
            sm4.decrypt(keys.get(i), source, from, length, plaintext, 0);
            if (!Legible.content(plaintext, 0, length)) {
                continue;
            }
            Frame opened = frame.withContent(plaintext);
            if (crcFits(opened)) {
                return Optional.of(new Opened.Unsealed(opened, i, form));
            }
            if (readable.isEmpty() && Legible.asciiContent(plaintext, 0, length)) {
                readable = Optional.of(new Opened.Unsealed(opened, i, form));
            }
        }
        return readable;
    }

    private static boolean crcFits(Frame frame) {
        for (CrcKind kind : KINDS) {
            if (frame.crcMatches(kind)) {
                return true;
            }
        }
        return false;
    }
}
