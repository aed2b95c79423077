package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What officers see of frames that came encrypted, and of the secrets in them. */
class Hj212FrameReaderTest {

    private static final Mn MN = new Mn("010000A8900016F000169DC0");
    private static final Instant ROTATION = Instant.parse("2026-06-01T00:00:00Z");
    private static final StationKey OLD = StationKey.of("0000000000000000");
    private static final StationKey NEW = StationKey.of("msbE74gsiSHSEh5e");

    private final Hj212FrameReader reader = new Hj212FrameReader((station, at) -> Optional.of(
            StationProfile.strict(station, "123456").withEncryption(encryption(at.isBefore(ROTATION) ? OLD : NEW))));

    @Test
    void contentIsShownInClearWithTheKeyOfTheTimeOfItsArrival() {
        String segment =
                "QN=1;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=9;CP=&&DataTime=20260501080000;a21026-Rtd=1.0&&";
        FrameReader.Content before = content(segment, OLD, ROTATION.minusSeconds(1));
        assertEquals(FrameReader.Encryption.OPENED, before.encryption());
        assertEquals(new FrameReader.Field("a21026-Rtd", "1.0"), before.items().get(1));
        FrameReader.Content after = content(segment, OLD, ROTATION);
        assertEquals(FrameReader.Encryption.NO_KEY, after.encryption());
        assertEquals(List.of(), after.items());
        assertTrue(after.header().contains(new FrameReader.Field("MN", MN.value())));
    }

    @Test
    void keysAndPasswordsThatWereSentAreNotShown() {
        FrameReader.Content renewal = content(
                "QN=1;ST=31;CN=1014;PW=123456;MN=" + MN
                        + ";Flag=9;CP=&&SKCreateTime=20260501080000000,NewSK=fedcba9876543210&&",
                NEW,
                ROTATION);
        assertEquals(new FrameReader.Field("NewSK", "***"), renewal.items().get(1));
        assertEquals(
                new FrameReader.Field("SKCreateTime", "20260501080000000"),
                renewal.items().get(0));
        FrameReader.Content password = content(
                "QN=1;ST=31;CN=1072;PW=123456;MN=" + MN + ";Flag=9;CP=&&PW=654321;NewPW=654321&&", NEW, ROTATION);
        assertFalse(
                password.items().toString().contains("654321"), password.items().toString());
    }

    private FrameReader.Content content(String segment, StationKey key, Instant arrivedAt) {
        byte[] packet = new ContentCipher().seal(segment.getBytes(StandardCharsets.US_ASCII), key, Encryption.Form.RAW);
        return reader.content(new JournalRecord(
                        1,
                        new Arrival(
                                arrivedAt,
                                "hj212",
                                "127.0.0.1:5000",
                                Optional.of(MN),
                                Arrival.Disposition.ACCEPTED,
                                "crc=HJ212",
                                Arrays.copyOf(packet, packet.length - 2)),
                        "0".repeat(64)))
                .orElseThrow();
    }

    private static Encryption encryption(StationKey key) {
        return new Encryption(Encryption.Form.RAW, Encryption.Plaintext.WARN, List.of(key));
    }
}
