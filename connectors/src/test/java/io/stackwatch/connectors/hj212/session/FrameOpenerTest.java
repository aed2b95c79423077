package io.stackwatch.connectors.hj212.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.hj212.Samples;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** HJ 212-2025 Appendix A.2 example 2, kept as it came and read again. */
class FrameOpenerTest {

    private static final StationProfile IN_CLEAR = StationProfile.strict(new Mn("010000A8900016F000169DC0"), "123456");
    private static final byte[] SEALED = Samples.all().stream()
            .filter(sample -> sample.status().startsWith("encrypted"))
            .findFirst()
            .orElseThrow()
            .frame();

    @Test
    void theProfileOfTheTimeOpensWhatWasKept() {
        ReadFrame read = read(SEALED, withKeys("0000000000000000"));
        assertEquals("opened 0", what(read));
        assertEquals(
                List.of("20240520210600"),
                DataSegment.of(read.frame().orElseThrow()).values("DataTime"));
        assertEquals("opened 1", what(read(SEALED, withKeys("msbE74gsiSHSEh5e", "0000000000000000"))));
    }

    @Test
    void withoutTheKeyThereIsNoFrameToReadAndWithoutAnyItCountsAsClear() {
        ReadFrame read = read(SEALED, withKeys("msbE74gsiSHSEh5e"));
        assertEquals("unreadable", what(read));
        assertEquals(Optional.empty(), read.frame());
        assertEquals("clear", what(read(SEALED, Optional.of(IN_CLEAR))));
        assertEquals("clear", what(read(SEALED, Optional.empty())));
    }

    @Test
    void plainFramesAndNoFramesAreWhatTheyAre() {
        byte[] plain = Samples.all().get(0).frame();
        assertEquals("clear", what(read(plain, withKeys("0000000000000000"))));
        byte[] junk = "GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
        assertEquals("not a frame", what(read(junk, withKeys("0000000000000000"))));
        assertEquals("not a frame", what(read(new byte[0], Optional.empty())));
    }

    private static String what(ReadFrame read) {
        return read.match(
                clear -> "clear", opened -> "opened " + opened.key(), unreadable -> "unreadable", () -> "not a frame");
    }

    private static ReadFrame read(byte[] bytes, Optional<StationProfile> profile) {
        return new FrameOpener().read(bytes, profile);
    }

    private static Optional<StationProfile> withKeys(String... keys) {
        return Optional.of(IN_CLEAR.withEncryption(new Encryption(
                Encryption.Form.RAW,
                Encryption.Plaintext.WARN,
                List.of(keys).stream().map(StationKey::of).toList())));
    }
}
