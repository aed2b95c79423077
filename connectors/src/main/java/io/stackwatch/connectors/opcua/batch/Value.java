package io.stackwatch.connectors.opcua.batch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a node holds: the built-in types of OPC UA as far as a measurement can be one of them. Immutable. */
public sealed interface Value {

    /** The longest text and the longest other value, in bytes. */
    int MAX_BYTES = 16 * 1024;

    /** The reaction to whichever of the five it is. */
    <T> T match(
            Function<? super Numeric, ? extends T> numeric,
            Function<? super Text, ? extends T> text,
            Function<? super Truth, ? extends T> truth,
            Function<? super Other, ? extends T> other,
            Supplier<? extends T> nothing);

    /** The numeric types of OPC UA, with their numbers (Part 6, 5.1.2). */
    enum NumberType {
        SBYTE(2, 1),
        BYTE(3, 1),
        INT16(4, 2),
        UINT16(5, 2),
        INT32(6, 4),
        UINT32(7, 4),
        INT64(8, 8),
        UINT64(9, 8),
        FLOAT(10, 4),
        DOUBLE(11, 8);

        private final int id;
        private final int bytes;

        NumberType(int id, int bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        int id() {
            return id;
        }

        int bytes() {
            return bytes;
        }
    }

    /**
     * A number, bit by bit as the server gave it.
     *
     * @param type how the server holds it
     * @param bits the lowest bits of it: a float's IEEE 754 form, an unsigned number's, or a signed number with its sign extended
     */
    record Numeric(NumberType type, long bits) implements Value {

        public Numeric {
            boolean fits =
                    switch (type) {
                        case SBYTE -> bits == (byte) bits;
                        case INT16 -> bits == (short) bits;
                        case INT32 -> bits == (int) bits;
                        case BYTE -> bits >= 0 && bits < 1 << 8;
                        case UINT16 -> bits >= 0 && bits < 1 << 16;
                        case UINT32 -> bits >= 0 && bits < 1L << 32;
                        case INT64, UINT64 -> true;
                        case FLOAT -> bits >= 0 && bits < 1L << 32 && Float.isFinite(Float.intBitsToFloat((int) bits));
                        case DOUBLE -> Double.isFinite(Double.longBitsToDouble(bits));
                    };
            if (!fits) {
                throw new IllegalArgumentException("no number of type " + type + ": " + bits);
            }
        }

        /** A float; must be finite. */
        public static Numeric of(float number) {
            return new Numeric(NumberType.FLOAT, Integer.toUnsignedLong(Float.floatToRawIntBits(number)));
        }

        /** A double; must be finite. */
        public static Numeric of(double number) {
            return new Numeric(NumberType.DOUBLE, Double.doubleToRawLongBits(number));
        }

        /** A whole number as Int32. */
        public static Numeric of(int number) {
            return new Numeric(NumberType.INT32, number);
        }

        /** The digits that the number has and no others: the float 12.3 is 12.3. Needs no rounding and does none. */
        public BigDecimal decimal() {
            return switch (type) {
                case FLOAT -> new BigDecimal(Float.toString(Float.intBitsToFloat((int) bits)));
                case DOUBLE -> new BigDecimal(Double.toString(Double.longBitsToDouble(bits)));
                case UINT64 -> new BigDecimal(new BigInteger(Long.toUnsignedString(bits)));
                default -> BigDecimal.valueOf(bits);
            };
        }

        @Override
        public <T> T match(
                Function<? super Numeric, ? extends T> numeric,
                Function<? super Text, ? extends T> text,
                Function<? super Truth, ? extends T> truth,
                Function<? super Other, ? extends T> other,
                Supplier<? extends T> nothing) {
            return numeric.apply(this);
        }
    }

    /** A text, at most {@link Value#MAX_BYTES} bytes of UTF-8. */
    record Text(String text) implements Value {

        public Text {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            if (length > MAX_BYTES) {
                throw new IllegalArgumentException("a text has at most " + MAX_BYTES + " bytes, not " + length);
            }
        }

        @Override
        public <T> T match(
                Function<? super Numeric, ? extends T> numeric,
                Function<? super Text, ? extends T> textual,
                Function<? super Truth, ? extends T> truth,
                Function<? super Other, ? extends T> other,
                Supplier<? extends T> nothing) {
            return textual.apply(this);
        }
    }

    /** Yes or no. */
    record Truth(boolean yes) implements Value {
        @Override
        public <T> T match(
                Function<? super Numeric, ? extends T> numeric,
                Function<? super Text, ? extends T> text,
                Function<? super Truth, ? extends T> truth,
                Function<? super Other, ? extends T> other,
                Supplier<? extends T> nothing) {
            return truth.apply(this);
        }
    }

    /**
     * Something else: an array, a structure, a float that is no number.
     *
     * @param type the number of its built-in type, 0 to 25
     * @param encoded the whole Variant in the binary encoding of Part 6, as evidence; empty where it was longer than
     *     {@link Value#MAX_BYTES}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    record Other(int type, byte[] encoded) implements Value {

        private static final int LAST_TYPE = 25;

        public Other {
            if (type < 0 || type > LAST_TYPE || encoded.length > MAX_BYTES) {
                throw new IllegalArgumentException("a built-in type 0 to " + LAST_TYPE + " and at most " + MAX_BYTES
                        + " bytes, not " + type + " with " + encoded.length);
            }
            encoded = encoded.clone();
        }

        @Override
        public byte[] encoded() {
            return encoded.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Other that && type == that.type && Arrays.equals(encoded, that.encoded);
        }

        @Override
        public int hashCode() {
            return 31 * type + Arrays.hashCode(encoded);
        }

        @Override
        public String toString() {
            return "Other[type=" + type + ", bytes=" + encoded.length + "]";
        }

        @Override
        public <T> T match(
                Function<? super Numeric, ? extends T> numeric,
                Function<? super Text, ? extends T> text,
                Function<? super Truth, ? extends T> truth,
                Function<? super Other, ? extends T> otherwise,
                Supplier<? extends T> nothing) {
            return otherwise.apply(this);
        }
    }

    /** Nothing, as behind most bad StatusCodes. */
    enum Nothing implements Value {
        /** The only one. */
        NOTHING;

        @Override
        public <T> T match(
                Function<? super Numeric, ? extends T> numeric,
                Function<? super Text, ? extends T> text,
                Function<? super Truth, ? extends T> truth,
                Function<? super Other, ? extends T> other,
                Supplier<? extends T> nothing) {
            return nothing.get();
        }
    }
}
