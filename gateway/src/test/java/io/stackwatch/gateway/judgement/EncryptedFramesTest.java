package io.stackwatch.gateway.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.StationSettings;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A frame says the same, encrypted or not, as long as the registry has the key of the time of its arrival. */
class EncryptedFramesTest {

    private static final StationKey KEY = StationKey.of("msbE74gsiSHSEh5e");
    private static final byte[] PLAIN = WatchedCity.frame("M1", WatchedCity.hour("2026-11-24T08:00:00", "36.10", "N"));

    private final FrameInterpreter interpreter =
            new FrameInterpreter(Duration.ofMinutes(5), JudgementRules.load().parameters());

    @Test
    void aSealedFrameSaysWhatThePlainOneSays() {
        Interpretation plain = interpreter.interpret(record(PLAIN), registry(KEY));
        assertEquals("said", what(plain));
        assertEquals(plain, interpreter.interpret(record(sealed()), registry(KEY)));
        assertEquals(plain, interpreter.interpret(record(sealed()), registry(StationKey.of("0000000000000000"), KEY)));
    }

    @Test
    void aFrameThatNoKeyOpensIsParkedWithItsReason() {
        assertEquals(
                "NO_KEY_FITS",
                what(interpreter.interpret(record(sealed()), registry(StationKey.of("0000000000000000")))));
    }

    private static String what(Interpretation interpretation) {
        return interpretation.match(
                said -> "said", unusable -> unusable.reason().name(), () -> "not for us");
    }

    private static byte[] sealed() {
        Frame plain = Frame.of(PLAIN).orElseThrow();
        byte[] segment = Arrays.copyOfRange(plain.bytes(), plain.segmentFrom(), plain.segmentTo());
        byte[] packet = new ContentCipher().seal(segment, KEY, Encryption.Form.RAW);
        return Arrays.copyOf(packet, packet.length - 2);
    }

    private static RegistrySnapshot registry(StationKey... keys) {
        RegisteredFacts facts = WatchedCity.facts(1);
        Encryption encryption = new Encryption(Encryption.Form.RAW, Encryption.Plaintext.WARN, List.of(keys));
        List<StationSettings> settings = facts.settings().stream()
                .map(version -> new StationSettings(version.profile().withEncryption(encryption), version.effective()))
                .toList();
        return RegistrySnapshot.of(
                new RegisteredFacts(facts.rows(), facts.assessed(), settings, facts.permits()), List.of());
    }

    private static JournalRecord record(byte[] bytes) {
        return new JournalRecord(
                1,
                new Arrival(
                        Instant.parse("2026-11-24T01:00:05Z"),
                        "hj212",
                        "127.0.0.1:5000",
                        Optional.of(new Mn("M1")),
                        Arrival.Disposition.ACCEPTED,
                        "crc=HJ212",
                        bytes),
                "0".repeat(64));
    }
}
