package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A stranger speaks through a socket to a whole gateway, an officer lets it in, and everything that it left is judged. */
final class AdmissionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HOURS = 50;
    private static final int ABOVE = 20;
    private static final String STRANGER = "STRANGER0000000000000001";
    private static final LocalDateTime FIRST = SmallCity.MORNING.withMinute(0).minusHours(HOURS);

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private Config config;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        config = SmallCity.config(folder);
        SmallCity.register(config, SmallCity.mns(2));
        gateway = Gateway.start(config, SmallCity.clock(), 1);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(uri(path)));
        assertEquals(200, answer.statusCode(), answer.body());
        return json.readTree(answer.body());
    }

    private JsonNode admit(long entry, String more) throws Exception {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(uri("/api/v1/quarantine/" + entry + "/admission"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"by\":\"王工\",\"reason\":\"letter of 20 Nov\"" + more + "}")));
        assertEquals(200, answer.statusCode(), answer.body());
        return json.readTree(answer.body());
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.webPort() + path);
    }

    /** The only open entry of the quarantine, when it holds so many frames. */
    private JsonNode awaitEntry(int frames) {
        List<JsonNode> found = new ArrayList<>();
        Eventually.holds(PATIENCE, "no entry with " + frames + " frames", () -> {
            for (JsonNode entry : get("/api/v1/quarantine?state=OPEN").get("items")) {
                if (entry.get("frames").asInt() == frames) {
                    found.add(entry);
                }
            }
            return !found.isEmpty();
        });
        return found.get(0);
    }

    private List<JsonNode> hours(String outlet) throws Exception {
        List<JsonNode> judged = new ArrayList<>();
        JsonNode page = get("/api/v1/outlets/" + outlet
                + "/hours?factor=a21026&limit=500&from=2026-11-20T00:00:00Z&until=2026-11-25T00:00:00Z");
        for (JsonNode hour : page.get("items")) {
            if (!hour.get("outcome").asText().equals("NOT_JUDGED")) {
                judged.add(hour);
            }
        }
        return judged;
    }

    private List<JsonNode> exceedances() throws Exception {
        List<JsonNode> alarms = new ArrayList<>();
        get("/api/v1/alarms?type=" + AlarmType.HOUR_EXCEEDANCE.code())
                .get("items")
                .forEach(alarms::add);
        return alarms;
    }

    private void strangerSpeaks(Peer peer) {
        for (int i = 0; i < HOURS; i++) {
            peer.send(SmallCity.hour(STRANGER, FIRST.plusHours(i), i == ABOVE ? "99" : "20"));
        }
    }

    @Test
    void fiftyHoursOfAStrangerAreJudgedInOrderWhenItIsLetInAndOneAlarmLeadsBackToItsFrame() throws Exception {
        String outlet = SmallCity.outlet(SmallCity.mn(2));
        try (Peer peer = new Peer(gateway.loggerPort())) {
            strangerSpeaks(peer);
            JsonNode entry = awaitEntry(HOURS);
            assertEquals("UNKNOWN_MN", entry.get("reason").asText());
            assertEquals(List.of(), hours(outlet), "nothing of it is in the record");
            assertEquals(List.of(), exceedances());

            admit(
                    entry.get("id").asLong(),
                    ",\"outlet\":\"" + outlet + "\",\"passwordFromFrames\":true,\"replaces\":\"" + SmallCity.mn(2)
                            + "\"");
            peer.send(SmallCity.hour(STRANGER, FIRST, "20"));
            String answer = peer.readSegment();
            assertTrue(answer.contains("CN=9014"), () -> "a frame that was sent again is acknowledged: " + answer);
        }
        Eventually.holds(
                PATIENCE, "not all hours are judged", () -> hours(outlet).size() == HOURS);
        List<JsonNode> newestFirst = hours(outlet);
        for (int i = 0; i + 1 < HOURS; i++) {
            JsonNode later = newestFirst.get(i);
            JsonNode earlier = newestFirst.get(i + 1);
            assertTrue(
                    sequence(later) > sequence(earlier), () -> "journaled in order: " + earlier + " before " + later);
            assertFalse(Instant.parse(later.get("knownAt").asText())
                    .isBefore(Instant.parse(earlier.get("knownAt").asText())));
        }
        assertEquals(1, exceedances().size());
        String alarm = exceedances().get(0).get("id").asText();
        JsonNode frames = get("/api/v1/alarms/" + alarm + "/frames").get("items");
        JsonNode evidence = frames.get(0);
        assertTrue(evidence.get("detail").asText().startsWith("admitted="), evidence::toString);
        assertTrue(evidence.get("detail").asText().contains(";by=王工;"), evidence::toString);
        assertTrue(evidence.get("text").asText().contains("a21026-Avg=99"), evidence::toString);
        assertEachFrameIsAcceptedOnce();
        JsonNode station = get("/api/v1/stations/" + STRANGER);
        assertEquals("ADMITTED", station.get("acts").get(0).get("kind").asText());
    }

    private static long sequence(JsonNode hour) {
        return hour.get("evidence").get("sequence").asLong();
    }

    private void assertEachFrameIsAcceptedOnce() throws Exception {
        Set<String> texts = new HashSet<>();
        int accepted = 0;
        for (JsonNode record : new GatewayApi(gateway.webPort()).recordsAfter(0)) {
            if (record.get("disposition").asText().equals("ACCEPTED")) {
                accepted++;
                texts.add(record.get("text").asText());
            }
        }
        assertEquals(HOURS, accepted);
        assertEquals(HOURS, texts.size());
    }

    @Test
    void aGatewayThatIsStoppedRightAfterTheActGoesOnWhenItStartsAgain() throws Exception {
        String outlet = SmallCity.outlet(SmallCity.mn(2));
        try (Peer peer = new Peer(gateway.loggerPort())) {
            strangerSpeaks(peer);
            JsonNode entry = awaitEntry(HOURS);
            admit(
                    entry.get("id").asLong(),
                    ",\"outlet\":\"" + outlet + "\",\"passwordFromFrames\":true,\"replaces\":\"" + SmallCity.mn(2)
                            + "\"");
        }
        gateway.close();
        gateway = Gateway.start(config, SmallCity.clock(), 1);
        Eventually.holds(
                PATIENCE, "not all hours are judged", () -> hours(outlet).size() == HOURS);
        assertEachFrameIsAcceptedOnce();
        assertEquals(1, exceedances().size());
    }

    @Test
    void aStationWithAnotherPasswordIsAnsweredOnceItsPasswordIsAccepted() throws Exception {
        String segment =
                SmallCity.realtime(SmallCity.mn(1), SmallCity.MORNING, "12.5").replace("123456", "999999");
        try (Peer peer = new Peer(gateway.loggerPort())) {
            peer.sendSegment(segment);
            JsonNode entry = awaitEntry(1);
            assertEquals("WRONG_PASSWORD", entry.get("reason").asText());
            admit(entry.get("id").asLong(), "");
            peer.sendSegment(segment);
            String answer = peer.readSegment();
            assertTrue(answer.contains("CN=9014"), answer);
        }
        Eventually.holds(
                PATIENCE,
                "the frame does not show",
                () -> get("/api/v1/outlets/" + SmallCity.outlet(SmallCity.mn(1)))
                                .get("latest")
                                .size()
                        > 0);
    }

    @Test
    void howAStationDeviatesIsSeenInOnePlaceWithTheConnectionItSpeaksThrough() throws Exception {
        String mn = SmallCity.mn(1);
        try (Peer peer = new Peer(gateway.loggerPort())) {
            String good = SmallCity.realtime(mn, SmallCity.MORNING, "12.5");
            peer.sendSegment(good.substring(good.indexOf(';') + 1));
            peer.sendSegment(SmallCity.realtime(mn, SmallCity.MORNING.plusSeconds(30), "12.5"));
            assertTrue(peer.readSegment().contains("CN=9014"));
            Eventually.holds(
                    PATIENCE,
                    "no deviation shows",
                    () -> get("/api/v1/stations/" + mn).get("deviations").size() > 0);
            JsonNode file = get("/api/v1/stations/" + mn);
            JsonNode deviation = file.get("deviations").get(0);
            assertEquals("NO_QN", deviation.get("finding").asText());
            assertTrue(deviation.get("goesOn").asBoolean());
            JsonNode frame =
                    get("/api/v1/frames/" + deviation.get("sinceSequence").asLong());
            assertTrue(frame.get("detail").asText().contains("NO_QN"), frame::toString);
            assertTrue(file.get("station").get("link").get("peer").asText().startsWith("127.0.0.1:"), file::toString);
        }
    }

    /** The key is entered, the gateway runs with it and is asked for everything: it shows nowhere. */
    @Test
    void aStationsKeyIsInNoLogNoAnswerAndNoFile() throws Exception {
        String key = "Zq7!uniqueKey#42";
        gateway.close();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("io.stackwatch");
        Level before = ours.getLevel();
        log.start();
        all.addAppender(log);
        ours.setLevel(Level.TRACE);
        StringBuilder shown = new StringBuilder();
        try {
            DataFolder data = DataFolder.of(config);
            try (RecordStore store = RecordStore.open(data.records(config))) {
                KeyStore keys = KeyStore.open(store, data.masterKey(config), config.get(Settings.KEYS_OVERLAP));
                keys.enter(new Mn(SmallCity.mn(1)), StationKey.of(key), new Act(Instant.EPOCH, "王工", "first key"));
                store.write(handle -> handle.execute("UPDATE station SET encryption = 'RAW'"));
                shown.append(keys.ring());
            }
            gateway = Gateway.start(config, SmallCity.clock(), 1);
            try (Peer peer = new Peer(gateway.loggerPort())) {
                peer.sendSegment(SmallCity.realtime(SmallCity.mn(1), SmallCity.MORNING, "12.5"));
                assertTrue(peer.readSegment().contains("CN=9014"));
            }
            for (String path : List.of(
                    "/api/v1/stations",
                    "/api/v1/stations/" + SmallCity.mn(1),
                    "/api/v1/quarantine",
                    "/api/v1/outlets",
                    "/api/v1/frames/1",
                    "/api/v1/stations/" + key.replace("#", "%23"),
                    "/health",
                    "/metrics")) {
                String body = ask(HttpRequest.newBuilder(uri(path))).body();
                shown.append(path.contains("%23") ? "" : body);
            }
        } finally {
            all.detachAppender(log);
            ours.setLevel(before);
        }
        gateway.close();
        assertFalse(shown.toString().contains(key), "an answer has the key");
        assertTrue(shown.toString().contains("\"keys\":[{\"number\":1"), "and yet the key is there");
        for (ILoggingEvent event : log.list) {
            assertFalse(event.getFormattedMessage().contains(key), event::getFormattedMessage);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(key), file::toString);
            }
        }
    }

    @Test
    void withoutItsMasterKeyTheGatewayDoesNotStartAndNamesTheFile() throws Exception {
        gateway.close();
        DataFolder data = DataFolder.of(config);
        try (RecordStore store = RecordStore.open(data.records(config))) {
            KeyStore.open(store, data.masterKey(config), config.get(Settings.KEYS_OVERLAP))
                    .enter(
                            new Mn(SmallCity.mn(1)),
                            StationKey.of("msbE74gsiSHSEh5e"),
                            new Act(Instant.EPOCH, "王工", "first key"));
        }
        Files.move(data.masterKey(config), folder.resolve("lost"));
        String message = "";
        try {
            Gateway.start(config, SmallCity.clock(), 1).close();
        } catch (Exception refused) {
            message = refused.getMessage();
        }
        assertTrue(message.contains("stackwatch.key is missing"), message);
    }
}
