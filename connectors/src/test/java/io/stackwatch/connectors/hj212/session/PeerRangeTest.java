package io.stackwatch.connectors.hj212.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerRangeTest {

    @Test
    void anAddressContainsItselfOnEveryPort() {
        PeerRange one = PeerRange.of("10.1.2.3");
        assertTrue(one.contains("10.1.2.3:40112"));
        assertTrue(one.contains("10.1.2.3:1"));
        assertFalse(one.contains("10.1.2.4:40112"));
        assertFalse(one.contains("[unknown]"));
    }

    @Test
    void aRangeEndsWithItsLastAddress() {
        PeerRange range = PeerRange.of("10.1.2.128/25");
        assertFalse(range.contains("10.1.2.127:5000"));
        assertTrue(range.contains("10.1.2.128:5000"));
        assertTrue(range.contains("10.1.2.255:5000"));
        assertFalse(range.contains("10.1.3.0:5000"));
        assertTrue(PeerRange.of("0.0.0.0/0").contains("203.0.113.9:5000"));
    }

    @Test
    void longAddressesAreRangesToo() {
        PeerRange range = PeerRange.of("2001:db8::/32");
        assertTrue(range.contains("2001:db8:0:0:0:0:0:9:5000"));
        assertFalse(range.contains("2001:db9:0:0:0:0:0:9:5000"));
        assertFalse(range.contains("32.1.13.184:5000"), "another kind of address");
        assertTrue(PeerRange.of("fe80::1").contains("fe80:0:0:0:0:0:0:1%eth0:5000"));
    }

    @Test
    void itIsWrittenAsItIsRead() {
        assertEquals("10.1.2.3", PeerRange.of("10.1.2.3/32").toString());
        assertEquals(
                PeerRange.of("10.0.0.0/8"),
                PeerRange.of(PeerRange.of("10.0.0.0/8").toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logger.example",
                "10.1.2",
                "10.1.2.256",
                "10.1.2.3/33",
                "10.1.2.3/16",
                "10.1.2.3/-1",
                "10.1.2.3/x",
                ":::",
                "1.2.3.4:80",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4:5:6:7::8",
                "12345::",
                "::ffff:10.1.2.3"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PeerRange.of(text));
    }
}
