package io.stackwatch.connectors.hj212.codec;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One packet (通讯包) as it came: {@code ##}, length, data segment, checksum; without the line end behind it.
 *
 * <p>A frame is whole, not right: the checksum may fit none of the known algorithms and the declared length may be a lie.
 * Immutable as long as nobody writes into {@link #bytes()}, which is not copied.
 */
public final class Frame {

    /** The value of {@link #declaredCrc()} where the checksum is missing or not hexadecimal. */
    public static final int UNREADABLE_CRC = -1;

    private final byte[] bytes;
    private final int lengthDigits;
    private final int declaredLength;
    private final int segmentLength;
    private final int declaredCrc;
    private final int hj212;

    Frame(byte[] bytes, int lengthDigits, int declaredLength, int segmentLength) {
        this.bytes = bytes;
        this.lengthDigits = lengthDigits;
        this.declaredLength = declaredLength;
        this.segmentLength = segmentLength;
        this.declaredCrc = hexadecimal(bytes, segmentTo());
        this.hj212 = Crc16.hj212(bytes, segmentFrom(), segmentLength);
    }

    /** The bytes of the wire from {@code ##} to the last digit of the checksum. Not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the data segment begins in {@link #bytes()}. */
    public int segmentFrom() {
        return 2 + lengthDigits;
    }

    /** The index behind the last {@code &} of the data segment. */
    public int segmentTo() {
        return 2 + lengthDigits + segmentLength;
    }

    /** The data segment's true length in bytes. */
    public int segmentLength() {
        return segmentLength;
    }

    /** What the length field says. */
    public int declaredLength() {
        return declaredLength;
    }

    /** How many digits the length field has; the standard says 4. */
    public int lengthDigits() {
        return lengthDigits;
    }

    /** The received checksum, or {@link #UNREADABLE_CRC}. */
    public int declaredCrc() {
        return declaredCrc;
    }

    /** The received checksum's characters: 0 to 4. */
    public String crcText() {
        return new String(bytes, segmentTo(), bytes.length - segmentTo(), StandardCharsets.ISO_8859_1);
    }

    /** How many characters the received checksum has; the standard says 4. */
    public int crcDigits() {
        return bytes.length - segmentTo();
    }

    /** Whether the received checksum is the one that this algorithm gives. */
    public boolean crcMatches(CrcKind kind) {
        return switch (kind) {
            case HJ212 -> declaredCrc == hj212;
            case MODBUS -> declaredCrc == Crc16.modbus(bytes, segmentFrom(), segmentLength);
            case MODBUS_SWAPPED -> declaredCrc == Crc16.swapped(Crc16.modbus(bytes, segmentFrom(), segmentLength));
        };
    }

    /**
     * Where the content begins: behind the {@code &&} of the first {@code CP=&&}, which is always in clear; -1 if there is
     * none, or nothing closes it.
     */
    public int contentFrom() {
        for (int i = segmentFrom() + 5; i <= segmentTo() - 2; i++) {
            if (bytes[i - 1] == '&'
                    && bytes[i - 2] == '&'
                    && bytes[i - 3] == '='
                    && (bytes[i - 4] | 0x20) == 'p'
                    && (bytes[i - 5] | 0x20) == 'c') {
                return i;
            }
        }
        return -1;
    }

    /** The index of the {@code &&} that closes the content, if {@link #contentFrom()} found it. */
    public int contentTo() {
        return segmentTo() - 2;
    }

    /**
     * This packet with other content between its {@code &&}: the same header, the same received checksum, a length field
     * that fits if this one's does. For content that was encrypted.
     */
    public Frame withContent(byte[] content) {
        int from = contentFrom();
        if (from < 0) {
            throw new IllegalArgumentException("a frame without content");
        }
        int header = from - segmentFrom();
        int behind = bytes.length - contentTo();
        int length = header + content.length + 2;
        int declared = declaredLength == segmentLength ? length : declaredLength;
        byte[] opened = new byte[segmentFrom() + header + content.length + behind];
        opened[0] = '#';
        opened[1] = '#';
        for (int i = lengthDigits, rest = declared; i > 0; i--, rest /= 10) {
            opened[1 + i] = (byte) ('0' + rest % 10);
        }
        System.arraycopy(bytes, segmentFrom(), opened, segmentFrom(), header);
        System.arraycopy(content, 0, opened, from, content.length);
        System.arraycopy(bytes, contentTo(), opened, from + content.length, behind);
        return new Frame(opened, lengthDigits, declared, length);
    }

    /** All algorithms that the received checksum fits; empty if none. */
    public Set<CrcKind> crcMatches() {
        EnumSet<CrcKind> matches = EnumSet.noneOf(CrcKind.class);
        for (CrcKind kind : CrcKind.values()) {
            if (crcMatches(kind)) {
                matches.add(kind);
            }
        }
        return Collections.unmodifiableSet(matches);
    }

    /** The frame that these bytes are, with or without the line end, such as a journal record's; empty if they are none. */
    public static Optional<Frame> of(byte[] bytes) {
        FrameDecoder decoder = new FrameDecoder(CodecLimits.defaults().withMaxSegment(9999));
        if (decoder.feed(bytes, 0, bytes.length) != bytes.length) {
            return Optional.empty();
        }
        return decoder.endOfPatience()
                .match(Optional::empty, whole -> Optional.of(whole.frame()), garbled -> Optional.empty());
    }

    /** What kind of thing it is and how long; no payload. */
    @Override
    public String toString() {
        return "Frame[segment=" + segmentLength + " B, crc=" + crcMatches() + "]";
    }

    private static int hexadecimal(byte[] bytes, int from) {
        if (from == bytes.length) {
            return UNREADABLE_CRC;
        }
        int value = 0;
        for (int i = from; i < bytes.length; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return UNREADABLE_CRC;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
