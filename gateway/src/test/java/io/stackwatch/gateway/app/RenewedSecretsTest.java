package io.stackwatch.gateway.app;

import static io.stackwatch.gateway.app.AskedOverSocket.await;
import static io.stackwatch.gateway.app.AskedOverSocket.order;
import static io.stackwatch.gateway.app.AskedOverSocket.qn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a station is given by a command, a key or a password, is what it is known by afterwards. */
class RenewedSecretsTest {

    private static final String SEALED = "5EA1ED000000000000000001";
    private static final String OPEN = "0BE0000000000000000000AA";
    private static final String OLD_KEY = "0123456789abcdef";
    private static final String NEW_KEY = "fedcba9876543210";

    private final ContentCipher cipher = new ContentCipher();

    /** Goes on while the gateway starts again. */
    private final Clock clock = SmallCity.clock();

    @TempDir
    private Path folder;

    private Gateway gateway;
    private GatewayApi api;

    @BeforeEach
    void start() throws Exception {
        Config config = SmallCity.config(folder);
        register(config);
        restart(config);
    }

    private void restart(Config config) throws Exception {
        gateway = Gateway.start(config, clock, 1);
        api = new GatewayApi(gateway.webPort());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aRenewedKeyIsTriedFromTheMomentItLeavesAndTheOldOneForAWhile() throws Exception {
        try (Logger logger = new Logger(gateway.loggerPort())) {
            assertTrue(logger.speaks(OLD_KEY, 1).contains("CN=9014"));
            long id =
                    order(api, SEALED, 1014, item("SKCreateTime", "20261124091000000") + ", " + item("NewSK", NEW_KEY));
            await(api, id, "ORDERED");
            api.post("/api/v1/exchanges/" + id + "/release", "{\"by\": \"Li\"}");
            String request = opened(logger.packet(), OLD_KEY);
            assertTrue(request.contains("CN=1014") && request.contains("NewSK=" + NEW_KEY), "sealed with the old key");

            assertTrue(logger.speaks(NEW_KEY, 2).contains("CN=9014"), "the station may have it already");
            logger.says(qn(request), 9011, "QnRtn=1");
            logger.says(qn(request), 9012, "ExeRtn=1");
            await(api, id, "DONE");
            assertTrue(logger.speaks(NEW_KEY, 3).contains("CN=9014"));
            assertTrue(logger.speaks(OLD_KEY, 4).contains("CN=9014"), "a frame that was in flight");
        }
        gateway.close(); // files that come and go are none to read
        assertFalse(isWrittenAnywhere(NEW_KEY), "the key stands nowhere in clear");
    }

    @Test
    void aKeyThatWasSentIsKnownAfterARestartThoughNobodyConfirmedIt() throws Exception {
        try (Logger logger = new Logger(gateway.loggerPort())) {
            logger.speaks(OLD_KEY, 1);
            long id =
                    order(api, SEALED, 1014, item("SKCreateTime", "20261124091000000") + ", " + item("NewSK", NEW_KEY));
            api.post("/api/v1/exchanges/" + id + "/release", "{\"by\": \"Li\"}");
            logger.packet();
        }
        gateway.close();
        restart(SmallCity.config(folder));
        try (Logger logger = new Logger(gateway.loggerPort())) {
            assertTrue(logger.speaks(NEW_KEY, 2).contains("CN=9014"));
        }
    }

    @Test
    void aChangedPasswordIsTheStationsPasswordFromThenOn() throws Exception {
        try (AskedOverSocket logger = new AskedOverSocket(gateway.loggerPort(), OPEN, SmallCity.MORNING)) {
            long id = order(api, OPEN, 1072, item("NewPW", "654321"));
            api.post("/api/v1/exchanges/" + id + "/release", "{\"by\": \"Li\"}");
            String request = logger.request();
            logger.says(qn(request), 9011, "QnRtn=1").says(qn(request), 9012, "ExeRtn=1");
            await(api, id, "DONE");
            Eventually.holds(Duration.ofSeconds(30), "the new password is not taken", () -> {
                long next = order(api, OPEN, 1061, "");
                boolean known = logger.request().contains("PW=654321");
                api.post("/api/v1/exchanges/" + next + "/cancel", "{\"by\": \"Li\", \"reason\": \"looked\"}");
                return known;
            });
        }
        JsonNode station = api.get("/api/v1/stations/" + OPEN);
        assertFalse(station.toString().contains("654321"), "no page shows a password");
    }

    private static String item(String name, String value) {
        return "{\"name\": \"" + name + "\", \"value\": \"" + value + "\"}";
    }

    private String opened(byte[] packet, String key) {
        Encryption encryption =
                new Encryption(Encryption.Form.RAW, Encryption.Plaintext.WARN, List.of(StationKey.of(key)));
        Frame frame = Frame.of(packet).orElseThrow();
        Frame plain = cipher.open(frame, encryption)
                .match(
                        opened -> opened.frame(),
                        clear -> {
                            throw new AssertionError("in clear");
                        },
                        () -> {
                            throw new AssertionError("not sealed with this key");
                        });
        return new String(plain.bytes(), plain.segmentFrom(), plain.segmentLength(), StandardCharsets.UTF_8);
    }

    private boolean isWrittenAnywhere(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains(secret)) {
                    return true;
                }
            }
            return false;
        }
    }

    private void register(Config config) throws Exception {
        String from = "2020-01-01";
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        Files.write(sheets.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,示例热电厂,371502," + from));
        Files.write(
                sheets.resolve("outlets.csv"),
                List.of(
                        "id,enterprise,name,industry,factors,from",
                        "O1,E1,锅炉,D4412,a21026," + from,
                        "O2,E1,锅炉,D4412,a21026," + from));
        Files.write(
                sheets.resolve("stations.csv"),
                List.of(
                        "mn,outlet,edition,password,encryption,from",
                        SEALED + ",O1,2025,123456,RAW," + from,
                        OPEN + ",O2,2017,123456,NONE," + from));
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
            assertEquals(List.of(), report.errors());
            KeyStore.open(store, DataFolder.of(config).masterKey(config), Duration.ofDays(7))
                    .enter(
                            new Mn(SEALED),
                            StationKey.of(OLD_KEY),
                            new Act(Instant.parse("2020-01-01T00:00:00Z"), "Wang", "first key"));
        }
    }

    /** A logger of 2025 that seals what it uploads. */
    private final class Logger implements AutoCloseable {

        private final Socket socket;

        Logger(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
        }

        /** An upload sealed with a key, and what is answered. */
        String speaks(String key, int number) throws IOException {
            String segment = "QN=2026112409100000" + number + ";ST=31;CN=2011;PW=123456;MN=" + SEALED
                    + ";Flag=9;CP=&&DataTime=20261124091000;a21026-Rtd=1" + number + ".0,a21026-Flag=N&&";
            socket.getOutputStream()
                    .write(cipher.seal(
                            segment.getBytes(StandardCharsets.UTF_8), StationKey.of(key), Encryption.Form.RAW));
            return new String(packet(), StandardCharsets.UTF_8);
        }

        void says(String qn, int command, String content) throws IOException {
            socket.getOutputStream()
                    .write(Peer.packet("QN=" + qn + ";ST=91;CN=" + command + ";PW=123456;MN=" + SEALED + ";Flag=8;CP=&&"
                            + content + "&&"));
        }

        /** One packet from the host, without its line end. */
        byte[] packet() throws IOException {
            InputStream in = socket.getInputStream();
            byte[] head = in.readNBytes(6);
            int length = Integer.parseInt(new String(head, 2, 4, StandardCharsets.US_ASCII));
            byte[] rest = in.readNBytes(length + 6);
            byte[] packet = new byte[6 + length + 4];
            System.arraycopy(head, 0, packet, 0, 6);
            System.arraycopy(rest, 0, packet, 6, length + 4);
            return packet;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
