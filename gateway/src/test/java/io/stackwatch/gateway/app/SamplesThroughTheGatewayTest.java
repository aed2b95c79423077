package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.connectors.hj212.Samples;
import io.stackwatch.connectors.hj212.Samples.Sample;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.simulator.clock.ScaledClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every collected frame through a real socket of a whole gateway, each followed by a good one.
 *
 * <p>The status in the file was computed by another program; here it decides what must become of the frame. Stations are
 * registered with the setting under test.
 */
class SamplesThroughTheGatewayTest {

    private static final String SINCE = "2000-01-01";
    private static final String GOOD_MN = "600D000000000000000000AA";
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    /** Strangers and refused bytes have an allowance by the hour of arrival: a fast clock keeps it full. */
    private static final double FAST = 3_600;

    /** HJ 212-2017 Table 3, and {@code RF} of 2025, as they are printed. */
    private static final Set<String> KEYS = Set.of("QN", "ST", "CN", "PW", "MN", "Flag", "PNUM", "PNO", "RF");

    @TempDir
    private Path folder;

    @Test
    void strictStationsKeepEveryOkFrameAndRefuseTheOthersWithTheirReason() throws Exception {
        List<Outcome> outcomes = replay("HJ212", sample -> true);

        assertEquals(155, outcomes.size());
        int accepted = 0;
        int refused = 0;
        int quarantined = 0;
        for (Outcome outcome : outcomes) {
            Disposition expected = expectedUnderStrictSetting(outcome.sample());
            assertEquals(expected, outcome.record().arrival().disposition(), outcome::toString);
            boolean activation = outcome.record().arrival().detail().contains("reason=ACTIVATION_REQUESTED");
            assertEquals(
                    (expected == Disposition.ACCEPTED || activation) && asks(outcome.sample()),
                    outcome.answered(),
                    outcome::toString);
            switch (expected) {
                case ACCEPTED -> {
                    accepted++;
                    assertDecoded(outcome);
                    String finding = toleratedIn(outcome.sample());
                    assertTrue(outcome.record().arrival().detail().contains(finding), outcome::toString);
                }
                case REFUSED -> {
                    refused++;
                    assertTrue(outcome.record().arrival().detail().contains("reason="), outcome::toString);
                }
                case QUARANTINED -> {
                    quarantined++;
                    assertTrue(outcome.record().arrival().detail().contains("reason="), outcome::toString);
                }
            }
        }
        assertEquals(List.of(121, 32, 2), List.of(accepted, refused, quarantined), "accepted, refused, quarantined");
    }

    @Test
    void stationsThatAreSetToModbusAreTakenAtTheirWord() throws Exception {
        assertAllAccepted(replay("MODBUS", sample -> sample.status().contains("(=MODBUS))")), "CRC_MODBUS");
    }

    @Test
    void stationsThatAreSetToSwappedModbusAreTakenAtTheirWord() throws Exception {
        assertAllAccepted(
                replay("MODBUS_SWAPPED", sample -> sample.status().contains("(=MODBUS byte-swapped)")),
                "CRC_MODBUS_SWAPPED");
    }

    @Test
    void lenientStationsAreAcceptedUnverified() throws Exception {
        assertAllAccepted(
                replay("LENIENT", sample -> expectedUnderStrictSetting(sample) == Disposition.REFUSED), "CRC_");
    }

    private static void assertAllAccepted(List<Outcome> outcomes, String finding) {
        assertFalse(outcomes.isEmpty());
        for (Outcome outcome : outcomes) {
            assertEquals(Disposition.ACCEPTED, outcome.record().arrival().disposition(), outcome::toString);
            assertTrue(outcome.record().arrival().detail().contains(finding), outcome::toString);
            assertEquals(asks(outcome.sample()), outcome.answered(), outcome::toString);
            assertDecoded(outcome);
        }
    }

    /** What the API shows of it: the bytes of the wire, and fields that stand in them. */
    private static void assertDecoded(Outcome outcome) {
        JsonNode shown = outcome.shown();
        assertEquals("ACCEPTED", shown.path("disposition").asText(), outcome::toString);
        String wire = shown.path("text").asText();
        List<String> header = new ArrayList<>();
        for (JsonNode field : shown.path("decoded").path("header")) {
            header.add(field.path("name").asText());
            assertTrue(KEYS.contains(field.path("name").asText()), () -> field + " of " + outcome);
            assertTrue(wire.contains(field.path("value").asText()), () -> field + " of " + outcome);
        }
        assertTrue(header.containsAll(List.of("MN", "CN")), () -> header + " of " + outcome);
        JsonNode items = shown.path("decoded").path("items");
        for (JsonNode item : items) {
            assertTrue(wire.contains(item.path("name").asText()), () -> item + " of " + outcome);
        }
        assertEquals(segment(outcome.sample()).items().size(), items.size(), outcome::toString);
    }

    /** Sends each frame and a good one behind it; every good one must be answered. */
    private List<Outcome> replay(String crc, Predicate<Sample> wanted) throws Exception {
        List<Sample> samples = Samples.all().stream().filter(wanted).toList();
        Config config = Config.read("test", "", Map.of())
                .with(Settings.DATA_DIR, folder.resolve("data").toString())
                .with(Settings.HJ212_HOST, "127.0.0.1")
                .with(Settings.HJ212_PORT, "0")
                .with(Settings.HTTP_PORT, "0")
                .with(Settings.JOURNAL_SEGMENT_MIB, "4");
        register(config, samples, crc);
        List<Boolean> answered = new ArrayList<>();
        Map<String, JsonNode> shown = new HashMap<>();
        ScaledClock clock = ScaledClock.startingAt(NOW, FAST, Clock.systemUTC());
        try (Gateway gateway = Gateway.start(config, clock, FAST)) {
            for (int i = 0; i < samples.size(); i++) {
                answered.add(send(samples.get(i), i, gateway.loggerPort()));
            }
            for (JsonNode frame : new GatewayApi(gateway.webPort()).recordsAfter(0)) {
                shown.put(frame.path("hex").asText(), frame);
            }
        }
        List<JournalRecord> records = records(config);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            JsonNode frame = shown.get(HexFormat.of().formatHex(sample.frame()));
            assertNotNull(frame, () -> "the API does not show " + sample);
            outcomes.add(new Outcome(sample, recordOf(sample, records), frame, answered.get(i)));
        }
        return outcomes;
    }

    private void register(Config config, List<Sample> samples, String crc) throws Exception {
        Set<String> stations = new LinkedHashSet<>();
        samples.forEach(
                sample -> stations.add(segment(sample).text(HeaderField.MN).orElse("")));
        stations.remove("");
        SheetsFolder sheets = new SheetsFolder().outlet("GOOD", GOOD_MN, "HJ212", SINCE);
        int number = 0;
        for (String mn : stations) {
            sheets.outlet("DA" + ++number, mn, crc, SINCE);
        }
        sheets.takeOver(config, folder.resolve("sheets"), SINCE);
    }

    /** Whether the sample was answered; the good frame behind it always is. */
    private static boolean send(Sample sample, int number, int port) {
        String qn = "2026112008%02d%02d000".formatted(number / 60, number % 60);
        try (Peer peer = new Peer(port)) {
            peer.send(sample.wire());
            peer.sendSegment("QN=" + qn + ";ST=31;CN=2011;PW=123456;MN=" + GOOD_MN
                    + ";Flag=5;CP=&&DataTime=20261120080000;a21026-Rtd=" + number + ".5,a21026-Flag=N&&");
            boolean answered = false;
            String reply = peer.readSegment();
            while (!reply.contains("QN=" + qn)) {
                answered = true;
                reply = peer.readSegment();
            }
            assertTrue(reply.contains("CN=9014"), () -> "the good frame behind " + sample + " got no answer");
            return answered;
        }
    }

    private static List<JournalRecord> records(Config config) throws Exception {
        try (SegmentJournal journal = SegmentJournal.open(
                DataFolder.of(config).journal(), JournalOptions.defaults().withSegmentBytes(4 << 20))) {
            List<JournalRecord> all = new ArrayList<>();
            for (long sequence = 1; sequence <= journal.head(); sequence++) {
                all.add(journal.read(sequence).orElseThrow());
            }
            return all;
        }
    }

    private static JournalRecord recordOf(Sample sample, List<JournalRecord> records) {
        return records.stream()
                .filter(record -> Arrays.equals(record.arrival().bytes(), sample.frame()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the journal: " + sample));
    }

    private static Disposition expectedUnderStrictSetting(Sample sample) {
        if (segment(sample).text(HeaderField.MN).orElse("").isEmpty()) {
            return Disposition.QUARANTINED;
        }
        return sample.isOk() || !toleratedIn(sample).isEmpty() ? Disposition.ACCEPTED : Disposition.REFUSED;
    }

    /** The liberty that even a strict station may take, as it is recorded: the checksum proves the bytes. Else empty. */
    private static String toleratedIn(Sample sample) {
        return switch (sample.status()) {
            case "bad(length-field has 3 digits)" -> "LENGTH_DIGITS";
            case "bad(len declared=0144 actual=152)" -> "LENGTH_MISMATCH";
            case "bad(crc received=780 expected=0780 (a possible HJ212 value: damaged/edited frame))" -> "CRC_SHORT";
            default -> "";
        };
    }

    /** HJ 212-2017 6.2: the answer bit and a QN; answers are never answered (ADR 0012). */
    private static boolean asks(Sample sample) {
        DataSegment segment = segment(sample);
        int flag = segment.text(HeaderField.FLAG).map(Integer::parseInt).orElse(0);
        int command = segment.text(HeaderField.CN).map(Integer::parseInt).orElse(0);
        boolean answer = command >= 9000 && command != 9015;
        return flag % 2 == 1 && !segment.text(HeaderField.QN).orElse("").isEmpty() && !answer;
    }

    private static DataSegment segment(Sample sample) {
        return DataSegment.of(Frame.of(sample.frame()).orElseThrow());
    }

    private record Outcome(Sample sample, JournalRecord record, JsonNode shown, boolean answered) {
        @Override
        public String toString() {
            return sample + " -> " + record.arrival().disposition() + " "
                    + record.arrival().detail() + (answered ? " answered" : "");
        }
    }
}
