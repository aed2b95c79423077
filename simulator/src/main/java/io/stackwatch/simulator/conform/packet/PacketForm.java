package io.stackwatch.simulator.conform.packet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a data segment becomes bytes of the wire, rightly or with a stated fault.
 *
 * @param crc the checksum that is written
 * @param length the length that is written
 * @param tail the end that is written
 * @param cipher how the content is encrypted
 * @param crcOverCipher whether the checksum is taken over the ciphertext, which is wrong (HJ 212-2025 6.4, secondary)
 */
public record PacketForm(Crc crc, Length length, Tail tail, Cipher cipher, boolean crcOverCipher) {

    private static final byte[] OPEN = "CP=&&".getBytes(StandardCharsets.US_ASCII);
    private static final int CLOSE = 2;

    /** In order and in clear. */
    public static PacketForm right() {
        return new PacketForm(
                new Crc(CrcKind.RIGHT, 0), new Length(LengthKind.RIGHT, 0), Tail.CRLF, Cipher.CLEAR, false);
    }

    /** The checksum written. */
    public enum CrcKind {
        /** The right one. */
        RIGHT,
        /** The right one with one bit changed. */
        WRONG,
        /** The right one in lower case. */
        LOWER,
        /** Without leading zeros. */
        SHORT,
        /** CRC-16/MODBUS. */
        MODBUS,
        /** CRC-16/MODBUS with its bytes exchanged. */
        SWAPPED,
        /** None. */
        NONE,
        /** A stated number. */
        GIVEN
    }

    /**
     * A checksum.
     *
     * @param kind which
     * @param given the number of {@link CrcKind#GIVEN}
     */
    public record Crc(CrcKind kind, int given) {}

    /** The length written. */
    public enum LengthKind {
        /** The number of bytes. */
        RIGHT,
        /** The number of bytes and the lie added. */
        LIE,
        /** The number of characters. */
        CHARACTERS,
        /** The number of bytes without leading zeros. */
        BARE
    }

    /**
     * A length.
     *
     * @param kind which
     * @param lie what {@link LengthKind#LIE} adds
     */
    public record Length(LengthKind kind, int lie) {}

    /** The end written. */
    public enum Tail {
        /** CR LF. */
        CRLF("\r\n"),
        /** LF. */
        LF("\n"),
        /** Nothing. */
        NONE(""),
        /** Two asterisks in front of CR LF, as some devices do. */
        STARS("**\r\n");

        private final String text;

        Tail(String text) {
            this.text = text;
        }
    }

    /** The content on the wire. */
    public enum Cipher {
        /** In clear. */
        CLEAR,
        /** The ciphertext's bytes. */
        RAW,
        /** The ciphertext as appendix A.2 prints it. */
        PRINTED
    }

    /** The packet of this segment; the key is needed for a cipher only. */
    public byte[] of(byte[] segment, Optional<byte[]> key) {
        byte[] written = cipher == Cipher.CLEAR ? segment : encrypted(segment, key.orElseThrow());
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(ascii("##" + lengthOf(segment, written)));
        packet.writeBytes(written);
        packet.writeBytes(ascii(crcOf(crcOverCipher ? written : segment)));
        packet.writeBytes(ascii(tail.text));
        return packet.toByteArray();
    }

    private byte[] encrypted(byte[] segment, byte[] key) {
        int from = contentFrom(segment);
        byte[] secret = Sm4Content.encrypted(Arrays.copyOfRange(segment, from, segment.length - CLOSE), key);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        written.write(segment, 0, from);
        written.writeBytes(cipher == Cipher.PRINTED ? Sm4Content.printed(secret) : secret);
        written.write(segment, segment.length - CLOSE, CLOSE);
        return written.toByteArray();
    }

    private String lengthOf(byte[] segment, byte[] written) {
        return switch (length.kind()) {
            case RIGHT -> fourDigits(written.length);
            case LIE -> fourDigits(written.length + length.lie());
            case CHARACTERS -> fourDigits(new String(segment, StandardCharsets.UTF_8).length());
            case BARE -> Integer.toString(written.length);
        };
    }

    private String crcOf(byte[] segment) {
        int right = Checksum.hj212(segment);
        return switch (crc.kind()) {
            case RIGHT -> fourHex(right);
            case WRONG -> fourHex(right ^ 0x0100);
            case LOWER -> fourHex(right).toLowerCase(Locale.ROOT);
            case SHORT -> String.format("%X", right);
            case MODBUS -> fourHex(Checksum.modbus(segment));
            case SWAPPED -> fourHex(Checksum.swapped(Checksum.modbus(segment)));
            case NONE -> "";
            case GIVEN -> fourHex(crc.given());
        };
    }

    private static int contentFrom(byte[] segment) {
        for (int i = 0; i + OPEN.length + CLOSE <= segment.length; i++) {
            if (Arrays.equals(segment, i, i + OPEN.length, OPEN, 0, OPEN.length)) {
                return i + OPEN.length;
            }
        }
        throw new IllegalArgumentException("the segment has no content that could be encrypted");
    }

    private static String fourDigits(int number) {
        return String.format("%04d", number);
    }

    private static String fourHex(int number) {
        return String.format("%04X", number);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
