package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.relay.FakePlatform;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A logger, a whole gateway and two platforms over sockets. */
class RelayThroughTheGatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-11-24T09:10:00");

    @TempDir
    private Path folder;

    @Test
    void framesGoOnReceiptsAreBookedCommandsComeDownAndARestartDoublesNothing() throws Exception {
        String mn = SmallCity.mn(1);
        List<String> sent = new ArrayList<>();
        try (FakePlatform province = FakePlatform.open(FakePlatform.GOOD);
                FakePlatform county = FakePlatform.open(FakePlatform.GOOD)) {
            Config config = config(province, county);
            SmallCity.register(config, List.of(mn));
            try (Gateway gateway = Gateway.start(config);
                    Peer logger = new Peer(gateway.loggerPort())) {
                for (int i = 0; i < 20; i++) {
                    sent.add(send(logger, mn, i));
                }
                await(province, 20);
                await(county, 20);
                commandComesDown(province, county, logger, mn);
                Eventually.holds(
                        PATIENCE,
                        "all booked",
                        () -> ask(gateway, "/api/v1/relays/province")
                                        .path("relay")
                                        .path("counts")
                                        .path("receipted")
                                        .asInt()
                                == 20);
                assertTrue(text(gateway, "/metrics")
                        .contains("stackwatch_relay_receipts_total{target=\"province\"} 20.0"));
                county.goAway();
                Eventually.holds(
                        PATIENCE,
                        "/health says that the county is away, and that is no reason to be down",
                        () -> new GatewayApi(gateway.webPort())
                                .part("relay-county")
                                .path("status")
                                .asText()
                                .equals("DEGRADED"));
                assertEquals(200, new GatewayApi(gateway.webPort()).health());
                sent.add(send(logger, mn, 20));
                await(province, 23);
            }
            county.open();
            try (Gateway gateway = Gateway.start(config);
                    Peer logger = new Peer(gateway.loggerPort())) {
                sent.add(send(logger, mn, 21));
                await(county, 23);
                await(province, 24);
                assertEquals(sent, realtime(province), "once each, in order");
                assertEquals(sent, realtime(county), "also those that came while it was away");
            }
        }
    }

    /** The logger's answers go to the province that asked, and to nobody else. */
    private static void commandComesDown(FakePlatform province, FakePlatform county, Peer logger, String mn)
            throws Exception {
        String ask = "QN=20261124091500000;ST=31;CN=1011;PW=123456;MN=" + mn + ";Flag=5;CP=&&&&";
        province.say(Peer.packet(ask));
        assertEquals(ask, logger.readSegment());
        logger.sendSegment("QN=20261124091500000;ST=91;CN=9011;PW=123456;MN=" + mn + ";Flag=4;CP=&&QnRtn=1&&");
        logger.sendSegment("QN=20261124091500000;ST=91;CN=9012;PW=123456;MN=" + mn + ";Flag=4;CP=&&ExeRtn=1&&");
        await(province, 22);
        assertEquals(20, county.count());
        county.say(Peer.packet(ask));
        Eventually.holds(PATIENCE, "the county is refused", () -> county.count() == 21);
        assertTrue(county.texts().get(20).contains("CN=9011")
                && county.texts().get(20).contains("QnRtn=2"));
    }

    @Test
    void aFileOfTargetsThatIsWrongStartsNothing() throws Exception {
        Path file = folder.resolve("targets.yaml");
        Files.writeString(file, "targets:\n  - {name: city, host: h, port: 0}\n");
        Config config = SmallCity.config(folder).with(Settings.RELAY_TARGETS, file.toString());

        ConfigRefused refused = assertThrows(ConfigRefused.class, () -> Gateway.start(config));
        assertTrue(refused.getMessage().contains("targets.yaml:2: targets[1].port: found '0'"), refused::getMessage);
    }

    private Config config(FakePlatform province, FakePlatform county) throws Exception {
        Path file = folder.resolve("targets.yaml");
        Files.writeString(
                file,
                """
                targets:
                  - {name: province, kind: PROVINCE, host: 127.0.0.1, port: %d, control: {all: yes}}
                  - {name: county, kind: COUNTY, host: 127.0.0.1, port: %d, reconnect: PT0.1S, backlog-pause: PT0S}
                """
                        .formatted(province.port(), county.port()));
        return SmallCity.config(folder).with(Settings.RELAY_TARGETS, file.toString());
    }

    private static String send(Peer logger, String mn, int n) {
        String segment = SmallCity.realtime(mn, MORNING.plusMinutes(n), n + ".5");
        logger.sendSegment(segment);
        assertTrue(logger.readSegment().contains("CN=9014"));
        return segment;
    }

    private static void await(FakePlatform platform, int frames) {
        Eventually.holds(PATIENCE, frames + " frames", () -> platform.count() >= frames);
    }

    private static List<String> realtime(FakePlatform platform) {
        return platform.texts().stream()
                .map(text -> text.substring(6, text.length() - 4))
                .filter(segment -> segment.contains("CN=2011"))
                .toList();
    }

    private static JsonNode ask(Gateway gateway, String path) throws Exception {
        return new ObjectMapper().readTree(text(gateway, path));
    }

    private static String text(Gateway gateway, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.webPort() + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
