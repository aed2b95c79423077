package io.stackwatch.connectors.opcua.batch;

import io.stackwatch.connectors.opcua.batch.Value.NumberType;
import java.time.Instant;
import java.util.Optional;

/** One value of a batch to bytes and back, as {@link BatchCodec} says. */
final class ValueCodec {

    private static final int HAS_VALUE = 1;
    private static final int HAS_STATUS = 2;
    private static final int HAS_SOURCE_TIME = 4;
    private static final int HAS_SERVER_TIME = 8;
    private static final int ALL = HAS_VALUE | HAS_STATUS | HAS_SOURCE_TIME | HAS_SERVER_TIME;

    private static final int TRUTH = 1;
    private static final int TEXT = 12;
    private static final int OTHER = 255;
    private static final NumberType[] NUMBERS = NumberType.values();

    private ValueCodec() {}

    static void write(ByteSink out, NodeValue value) {
        out.text16(value.node());
        int mask = value.value() == Value.Nothing.NOTHING ? 0 : HAS_VALUE;
        mask |= value.status() == 0 ? 0 : HAS_STATUS;
        mask |= value.sourceTime().isPresent() ? HAS_SOURCE_TIME : 0;
        mask |= value.serverTime().isPresent() ? HAS_SERVER_TIME : 0;
        out.number(mask, 1);
        ByteSink behind = value.value()
                .match(
                        numeric -> out.number(numeric.type().id(), 1)
                                .number(numeric.bits(), numeric.type().bytes()),
                        text -> out.number(TEXT, 1).text16(text.text()),
                        truth -> out.number(TRUTH, 1).number(truth.yes() ? 1 : 0, 1),
                        other -> out.number(OTHER, 1).number(other.type(), 1).bytes16(other.encoded()),
                        () -> out);
        if (value.status() != 0) {
            behind.number(value.status(), 4);
        }
        value.sourceTime().ifPresent(time -> behind.number(Ticks.of(time), 8));
        value.serverTime().ifPresent(time -> behind.number(Ticks.of(time), 8));
    }

    static int size(NodeValue value) {
        int content = value.value()
                .match(
                        numeric -> 1 + numeric.type().bytes(),
                        text -> 3 + Utf8.length(text.text()),
                        truth -> 2,
                        other -> 4 + other.encoded().length,
                        () -> 0);
        return 3
                + Utf8.length(value.node())
                + content
                + (value.status() == 0 ? 0 : 4)
                + (value.sourceTime().isPresent() ? 8 : 0)
                + (value.serverTime().isPresent() ? 8 : 0);
    }

    static NodeValue read(ByteSource in) {
        String node = in.text(2);
        int mask = (int) in.number(1);
        if ((mask & ~ALL) != 0) {
            throw new ByteSource.Refused(Decoded.Fault.NOT_ALLOWED);
        }
        Value value = (mask & HAS_VALUE) == 0 ? Value.Nothing.NOTHING : value(in);
        long status = (mask & HAS_STATUS) == 0 ? 0 : in.number(4);
        if (status == 0 && (mask & HAS_STATUS) != 0) {
            throw new ByteSource.Refused(Decoded.Fault.NOT_ALLOWED);
        }
        return new NodeValue(node, value, status, time(in, mask, HAS_SOURCE_TIME), time(in, mask, HAS_SERVER_TIME));
    }

    private static Optional<Instant> time(ByteSource in, int mask, int bit) {
        return (mask & bit) == 0 ? Optional.empty() : Optional.of(Ticks.instant(in.number(8)));
    }

    private static Value value(ByteSource in) {
        int type = (int) in.number(1);
        if (type == TRUTH) {
            return new Value.Truth(in.truth());
        }
        if (type == TEXT) {
            return new Value.Text(in.text(2));
        }
        if (type == OTHER) {
            return new Value.Other((int) in.number(1), in.bytes(2));
        }
        for (NumberType number : NUMBERS) {
            if (number.id() == type) {
                return new Value.Numeric(number, bits(number, in.number(number.bytes())));
            }
        }
        throw new ByteSource.Refused(Decoded.Fault.NOT_ALLOWED);
    }

    /** Signed numbers have their sign extended. */
    private static long bits(NumberType type, long read) {
        return switch (type) {
            case SBYTE -> (byte) read;
            case INT16 -> (short) read;
            case INT32 -> (int) read;
            default -> read;
        };
    }
}
