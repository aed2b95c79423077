package io.stackwatch.connectors.opcua.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTest {

    @Test
    void aNumberHasTheDigitsThatItsTypeHasAndNoOthers() {
        assertEquals(new BigDecimal("12.3"), Value.Numeric.of(12.3f).decimal());
        assertEquals(new BigDecimal("0.1"), Value.Numeric.of(0.1).decimal());
        assertEquals(new BigDecimal("35.0"), Value.Numeric.of(35f).decimal());
        assertEquals(new BigDecimal("-7"), Value.Numeric.of(-7).decimal());
        assertEquals(new BigDecimal("18446744073709551615"), new Value.Numeric(Value.NumberType.UINT64, -1).decimal());
        assertEquals(new BigDecimal("4294967295"), new Value.Numeric(Value.NumberType.UINT32, 0xFFFF_FFFFL).decimal());
    }

    @Test
    void whatIsNoNumberCannotBeOne() {
        assertThrows(IllegalArgumentException.class, () -> Value.Numeric.of(Float.NaN));
        assertThrows(IllegalArgumentException.class, () -> Value.Numeric.of(Double.NEGATIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Value.Numeric(Value.NumberType.BYTE, 256));
        assertThrows(IllegalArgumentException.class, () -> new Value.Numeric(Value.NumberType.SBYTE, 128));
    }

    @Test
    void severityIsTheTwoHighestBits() {
        assertEquals(NodeValue.Severity.GOOD, withStatus(0).severity());
        assertEquals(NodeValue.Severity.UNCERTAIN, withStatus(0x40900000L).severity());
        assertEquals(NodeValue.Severity.BAD, withStatus(0x808A0000L).severity());
        assertEquals(NodeValue.Severity.BAD, withStatus(0xFFFF_FFFFL).severity());
    }

    @Test
    void timesAreCutToHundredsOfNanoseconds() {
        NodeValue value = new NodeValue(
                "i=1",
                Value.Nothing.NOTHING,
                0,
                Optional.of(Instant.parse("2026-11-24T00:00:00.123456789Z")),
                Optional.empty());
        assertEquals(Optional.of(Instant.parse("2026-11-24T00:00:00.123456700Z")), value.sourceTime());
    }

    @Test
    void otherValuesAreTheSameIfTheirBytesAre() {
        Value.Other one = new Value.Other(3, new byte[] {1, 2});
        assertEquals(one, new Value.Other(3, new byte[] {1, 2}));
        assertEquals(one.hashCode(), new Value.Other(3, new byte[] {1, 2}).hashCode());
        assertNotEquals(one, new Value.Other(3, new byte[] {1, 3}));
        one.encoded()[0] = 9;
        assertEquals(one, new Value.Other(3, new byte[] {1, 2}), "nobody changes it from outside");
    }

    private static NodeValue withStatus(long status) {
        return new NodeValue("i=1", Value.Nothing.NOTHING, status, Optional.empty(), Optional.empty());
    }
}
