package io.stackwatch.connectors.opcua.batch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/** Bytes being read, little-endian; refuses what goes beyond their end. */
final class ByteSource {

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next so many bytes as an unsigned number; all eight are a signed one. */
    long number(int width) {
        need(width);
        long number = 0;
        for (int i = 0; i < width; i++) {
            number |= (bytes[at++] & 0xFFL) << (8 * i);
        }
        return number;
    }

    boolean truth() {
        return switch ((int) number(1)) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new Refused(Decoded.Fault.NOT_ALLOWED);
        };
    }

    /** The constant whose number is the next byte. */
    <E> E oneOf(E[] constants, ToIntFunction<E> number) {
        int wanted = (int) number(1);
        for (E constant : constants) {
            if (number.applyAsInt(constant) == wanted) {
                return constant;
            }
        }
        throw new Refused(Decoded.Fault.NOT_ALLOWED);
    }

    /** A text behind its length of so many bytes. */
    String text(int width) {
        byte[] content = bytes(width);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new Refused(Decoded.Fault.NOT_ALLOWED, notText);
        }
    }

    /** Bytes behind their length of so many bytes. */
    byte[] bytes(int width) {
        int length = (int) number(width);
        need(length);
        byte[] content = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return content;
    }

    void end() {
        if (at != bytes.length) {
            throw new Refused(Decoded.Fault.TOO_MUCH);
        }
    }

    private void need(int more) {
        if (bytes.length - at < more) {
            throw new Refused(Decoded.Fault.CUT_OFF);
        }
    }

    /** The way out of reading; does not leave the codec. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Decoded.Fault fault;

        Refused(Decoded.Fault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }

        Refused(Decoded.Fault fault, Throwable cause) {
            super(fault.name(), cause, false, false);
            this.fault = fault;
        }

        Decoded.Fault fault() {
            return fault;
        }
    }
}
