package io.stackwatch.connectors.opcua.client;

import static org.eclipse.milo.opcua.stack.core.OpcUaDataType.getBuiltinTypeId;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.connectors.opcua.batch.Value.NumberType;
import io.stackwatch.connectors.opcua.batch.Value.Numeric;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.binary.OpcUaBinaryEncoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.jspecify.annotations.Nullable;

/** Values of the SDK to ours; pure. */
final class Values {

    /** The bit of a StatusCode that says that its info bits are about a data value, and the one for an overflow of its queue. */
    private static final long DATA_VALUE_INFO = 0x0400;

    private static final long OVERFLOW = 0x0080;

    /** The last second of the year 9999; the largest times are how servers say that there is none (Part 6, 5.2.2.5). */
    private static final long LATEST = 2_650_467_743_990_000_000L;

    private Values() {}

    /** A value of a node as we keep it. */
    static NodeValue read(String node, DataValue value, EncodingContext context) {
        return new NodeValue(
                node,
                content(value.value(), context),
                value.statusCode().value() & 0xFFFF_FFFFL,
                time(value.sourceTime()),
                time(value.serverTime()));
    }

    /** Whether the server says that it had to forget values before this one (Part 4, 7.39, Overflow). */
    static boolean overflowed(NodeValue value) {
        return (value.status() & DATA_VALUE_INFO) != 0 && (value.status() & OVERFLOW) != 0;
    }

    private static Optional<Instant> time(@Nullable DateTime time) {
        return time == null || time.isNull() || time.getUtcTime() < 0 || time.getUtcTime() > LATEST
                ? Optional.empty()
                : Optional.of(time.getJavaInstant());
    }

    private static Value content(Variant variant, EncodingContext context) {
        Object value = variant.value();
        if (value == null) {
            return Value.Nothing.NOTHING;
        }
        if (value instanceof Float number && Float.isFinite(number)) {
            return Numeric.of(number.floatValue());
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return Numeric.of(number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return new Value.Truth(truth);
        }
        if (value instanceof String text && text.getBytes(StandardCharsets.UTF_8).length <= Value.MAX_BYTES) {
            return new Value.Text(text);
        }
        NumberType whole = wholeNumber(value);
        return whole == null ? other(variant, value, context) : new Numeric(whole, ((Number) value).longValue());
    }

    private static @Nullable NumberType wholeNumber(Object value) {
        if (value instanceof Integer) {
            return NumberType.INT32;
        } else if (value instanceof Short) {
            return NumberType.INT16;
        } else if (value instanceof Long) {
            return NumberType.INT64;
        } else if (value instanceof Byte) {
            return NumberType.SBYTE;
        } else if (value instanceof UByte) {
            return NumberType.BYTE;
        } else if (value instanceof UShort) {
            return NumberType.UINT16;
        } else if (value instanceof UInteger) {
            return NumberType.UINT32;
        } else if (value instanceof ULong) {
            return NumberType.UINT64;
        }
        return null;
    }

    private static Value other(Variant variant, Object value, EncodingContext context) {
        ByteBuf buffer = Unpooled.buffer();
        new OpcUaBinaryEncoder(context).setBuffer(buffer).encodeVariant(variant);
        byte[] encoded = ByteBufUtil.getBytes(buffer);
        // the first byte of a Variant has the built-in type in its six lowest bits (Part 6, 5.2.2.16)
        int type = encoded.length == 0 ? getBuiltinTypeId(value.getClass()) : encoded[0] & 0x3F;
        return new Value.Other(type, encoded.length > Value.MAX_BYTES ? new byte[0] : encoded);
    }
}
