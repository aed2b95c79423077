package io.stackwatch.gateway.station;

import static io.stackwatch.gateway.station.Frames.MN;
import static io.stackwatch.gateway.station.Frames.arrival;
import static io.stackwatch.gateway.station.Frames.bytes;
import static io.stackwatch.gateway.station.Frames.hour;
import static io.stackwatch.gateway.station.Frames.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.mapping.Packet;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.JournalRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one frame shows of its station. */
final class ObserverTest {

    private final Observer observer = new Observer();

    private Observation accepted(String at, String detail, byte[] bytes) {
        return observer.of(record(arrival(at, Disposition.ACCEPTED, detail, bytes)))
                .orElseThrow();
    }

    private static JournalRecord record(Arrival arrival) {
        return new JournalRecord(7, arrival, "0".repeat(64));
    }

    @Test
    void findingsAndChecksumAreTheConnectors() {
        Observation seen = accepted(
                "2026-11-24T09:00:20",
                "crc=MODBUS;cn=2061;findings=NO_QN,CRC_MODBUS,+3",
                hour(MN, "2026-11-24T08:00:00", "31"));
        assertEquals(Set.of("NO_QN", "CRC_MODBUS"), seen.findings());
        assertEquals("MODBUS", seen.shown().get(Aspect.CHECKSUM));
        assertEquals(MN, seen.station());
        assertEquals(instant("2026-11-24T09:00:20"), seen.at());
    }

    @Test
    void aPacketOfASplitUploadIsNamedByItsSystemItsCommandAndItsTime() {
        Observation seen = accepted(
                "2026-11-24T09:00:20",
                "crc=HJ212;cn=2061",
                bytes(MN, "CN=2061;Flag=7;PNUM=3;PNO=2;CP=&&DataTime=20261124080000;a21026-Avg=1&&"));
        assertEquals(
                Optional.of(new PacketSeen("31", 2061, instant("2026-11-24T08:00:00"), new Packet(3, 2))),
                seen.packet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=2061;Flag=5;CP=&&DataTime=20261124080000;a21026-Avg=1&&",
                "CN=2061;Flag=7;PNUM=1;PNO=1;CP=&&DataTime=20261124080000;a21026-Avg=1&&",
                "CN=2061;Flag=7;PNUM=2;PNO=3;CP=&&DataTime=20261124080000;a21026-Avg=1&&",
                "CN=2061;Flag=7;PNUM=2;PNO=1;CP=&&DataTime=20261324080000;a21026-Avg=1&&",
                "CN=3020;Flag=7;PNUM=2;PNO=1;CP=&&i12001-Info=1&&"
            })
    void aFrameThatIsNotSplitOrDoesNotSayOfWhenIsNoPacket(String rest) {
        assertEquals(
                Optional.empty(),
                accepted("2026-11-24T09:00:20", "crc=HJ212", bytes(MN, rest)).packet());
    }

    /** HJ 212-2025 6.4: PNUM and PNO stand in the clear header, the time in the encrypted content. */
    @Test
    void ofAnEncryptedPacketTheTimeIsReadWithTheStationsKey() {
        StationKey key = StationKey.of("msbE74gsiSHSEh5e");
        byte[] plain =
                bytes(MN, "CN=2061;Flag=11;PNUM=2;PNO=1;CP=&&DataTime=20261124080000;a21026-Avg=1.0,a21026-Flag=N&&");
        byte[] sealed =
                new ContentCipher().seal(Arrays.copyOfRange(plain, 6, plain.length - 4), key, Encryption.Form.RAW);
        byte[] bytes = Arrays.copyOf(sealed, sealed.length - 2);
        StationProfile profile = StationProfile.strict(new Mn(MN), "123456")
                .withEncryption(new Encryption(Encryption.Form.RAW, Encryption.Plaintext.WARN, List.of(key)));
        JournalRecord record = record(arrival("2026-11-24T09:00:20", Disposition.ACCEPTED, "crc=HJ212", bytes));

        Optional<PacketSeen> seen = new Observer(arrival -> Optional.of(profile))
                .of(record)
                .orElseThrow()
                .packet();
        assertEquals(Optional.of(instant("2026-11-24T08:00:00")), seen.map(PacketSeen::dataTime));
        assertEquals(Optional.empty(), observer.of(record).orElseThrow().packet(), "without it nothing is known");
    }

    @ParameterizedTest
    @CsvSource({"0,2005", "3,2005", "4,2017", "5,2017", "8,2025", "9,2025", "12,V3", "999,"})
    void theVersionBitsNameTheEdition(int flag, String edition) {
        Observation seen = accepted("2026-11-24T09:00:20", "crc=HJ212", bytes(MN, "CN=2011;Flag=" + flag + ";CP=&&&&"));
        assertEquals(edition, seen.shown().get(Aspect.EDITION));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00:20,START",
        "2026-11-24T08:50:00,START",
        "2026-11-24T08:49:59,",
        "2026-11-24T08:40:00,",
        "2026-11-24T08:39:59,END",
        "2026-11-24T08:00:20,END",
        "2026-11-24T07:50:00,END",
        "2026-11-24T07:49:59,",
        "2026-11-24T09:40:00,"
    })
    void anHourThatComesAnHourAfterItsLabelIsLabelledWithItsStart(String arrivedAt, String label) {
        Observation seen = accepted(arrivedAt, "crc=HJ212", hour(MN, "2026-11-24T08:00:00", "31"));
        assertEquals(label, seen.shown().get(Aspect.HOUR_LABEL));
    }

    @Test
    void anAdmittedFrameIsComparedWithTheArrivalOfItsFirstCopy() {
        JournalRecord first = record(arrival(
                "2026-11-24T09:00:20", Disposition.QUARANTINED, "crc=HJ212", hour(MN, "2026-11-24T08:00:00", "31")));
        Arrival second = Admitted.again(first, instant("2026-11-26T15:00:00"), "王工");
        Observation seen = observer.of(record(second)).orElseThrow();
        assertEquals("START", seen.shown().get(Aspect.HOUR_LABEL));
        assertEquals(instant("2026-11-24T09:00:20"), seen.at());
    }

    @Test
    void ciphertextIsKnownByWhatTextNeverHas() {
        assertEquals("PLAIN", form(hour(MN, "2026-11-24T08:00:00", "31")));
        assertEquals(
                "PLAIN",
                form(bytes(MN, "CN=3020;Flag=5;CP=&&i11001-Info=//" + "中文日志".repeat(3) + "//&&")),
                "Chinese text is text");
        assertEquals("ENCRYPTED", form(bytes(MN, "CN=2061;Flag=9;CP=&&{0xE4,0x3E,0x15,0x9A}&&")));
        byte[] raw = bytes(MN, "CN=2061;Flag=9;CP=&&0123456789012345678901234567890123456789&&");
        raw[raw.length - 20] = 0x0D;
        assertEquals("ENCRYPTED", form(raw));
        assertNull(form(bytes(MN, "CN=9015;Flag=9;CP=&&&&")), "nothing there to encrypt");
    }

    private String form(byte[] bytes) {
        return accepted("2026-11-24T09:00:20", "crc=HJ212", bytes).shown().get(Aspect.ENCRYPTION);
    }

    @Test
    void aRefusedFrameShowsItsReasonAndAStrangerShowsNothing() {
        byte[] frame = hour(MN, "2026-11-24T08:00:00", "31");
        Observation refused = observer.of(record(arrival(
                        "2026-11-24T09:00:20", Disposition.REFUSED, "crc=MODBUS;cn=2061;reason=WRONG_CRC", frame)))
                .orElseThrow();
        assertEquals(Set.of("WRONG_CRC"), refused.findings());
        assertEquals(false, refused.accepted());
        assertEquals(
                Optional.empty(),
                observer.of(record(arrival(
                        "2026-11-24T09:00:20", Disposition.QUARANTINED, "crc=HJ212;reason=UNKNOWN_MN", frame))));
    }

    @Test
    void whateverTheBytesAreSomethingIsSeen() {
        Observation seen =
                accepted("2026-11-24T09:00:20", "crc=HJ212", "no frame at all".getBytes(StandardCharsets.US_ASCII));
        assertEquals(Optional.empty(), seen.minuteLabel());
        assertNull(seen.shown().get(Aspect.EDITION));
    }
}
