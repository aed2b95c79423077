package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.audit.AuditDesk;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.casework.DocumentDesk;
import io.stackwatch.gateway.emission.EmissionDesk;
import io.stackwatch.gateway.forecast.RunningHour;
import io.stackwatch.gateway.history.MemoryReadingLog;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.MemoryJournal;
import io.stackwatch.gateway.marking.MarkDesk;
import io.stackwatch.gateway.quality.QaDesk;
import io.stackwatch.gateway.records.DetectionRow;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server on a free port over records in memory, and a client that checks every answer against the contract. */
final class ApiRunning implements AutoCloseable {

    static final String FRAME = "##0139QN=20261124140010000;ST=31;CN=2061;PW=123456;MN=3715020000000001;Flag=5;"
            + "CP=&&DataTime=20261124130000;a21026-Avg=31.20,a21026-ZsAvg=41.00,a21026-Flag=N&&0000\r\n";

    final CityInMemory city = new CityInMemory();
    final RelaysInMemory relays = new RelaysInMemory();
    final PlantsInMemory plants = new PlantsInMemory();
    QaDesk checks = QaDesk.none();
    EmissionDesk emissions = EmissionDesk.none();
    final CountsInMemory counts = new CountsInMemory();
    /** Months, to be set before the start. */
    AuditDesk months = AuditDesk.none();

    MarkDesk marks = new MarksInMemory();
    EvidenceDesk evidence = candidate -> Optional.empty();
    /** Case files, to be set before the start; without, every call of them fails. */
    CaseworkDesk casework = (CaseworkDesk) Proxy.newProxyInstance(
            CaseworkDesk.class.getClassLoader(), new Class<?>[] {CaseworkDesk.class}, (proxy, method, arguments) -> {
                throw new AssertionError("no case files here: " + method.getName());
            });

    /** Documents of case files, likewise. */
    DocumentDesk documents = (DocumentDesk) Proxy.newProxyInstance(
            DocumentDesk.class.getClassLoader(), new Class<?>[] {DocumentDesk.class}, (proxy, method, arguments) -> {
                throw new AssertionError("no documents here: " + method.getName());
            });

    /** How people come in, to be set before the start. */
    Optional<Entrance> entrance = Optional.empty();

    /** Legal now. */
    Clock clock = Clock.fixed(CityFixture.NOW, ZoneOffset.UTC);

    final MemoryJournal journal = new MemoryJournal();
    final MemoryReadingLog history = new MemoryReadingLog();
    /** Days that detectors of windows have examined. */
    final List<DetectionRow> examined = new ArrayList<>();

    /** What can become of running hours. */
    final Map<OutletId, List<RunningHour>> running = new HashMap<>();

    final List<Health.Probe> probes = new ArrayList<>();
    final AskedLogger asked = new AskedLogger();
    final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ResponseValidator contract;
    private ApiServer server;
    private int port;

    ApiRunning() throws Exception {
        contract = ResponseValidator.create(
                vertx, Contract.read(vertx).await(20, TimeUnit.SECONDS).operations());
    }

    ApiRunning start(ApiOptions options) throws Exception {
        return start(options, city, new Characters(), CityFixture::factor);
    }

    ApiRunning start(ApiOptions options, CityRecords records, FrameReader frames, FactorNames names) throws Exception {
        return start(options, records, frames, names, StationDesk.none());
    }

    /** The same over stations and strangers of one's own. */
    ApiRunning start(StationDesk stations) throws Exception {
        return start(ApiOptions.defaults(), city, new Characters(), CityFixture::factor, stations);
    }

    private ApiRunning start(
            ApiOptions options, CityRecords records, FrameReader frames, FactorNames names, StationDesk stations)
            throws Exception {
        ApiParts parts = new ApiParts(
                records,
                asked.desk(),
                stations,
                relays,
                plants,
                checks,
                emissions,
                counts,
                months,
                marks,
                evidence,
                casework,
                documents,
                journal,
                history,
                outlet -> running.getOrDefault(outlet, List.of()),
                (outlet, first, last) -> examined.stream()
                        .filter(row -> row.day().outlet().equals(outlet)
                                && !row.day().day().isBefore(first)
                                && !row.day().day().isAfter(last))
                        .toList(),
                frames,
                names,
                probes,
                () -> "stackwatch_frames_total 7.0\n",
                clock,
                new ApiParts.Identity("stackwatch", "0.1.0-test", 60));
        server = new ApiServer(vertx, Contract.read(vertx), options.withPort(0), parts, entrance);
        port = server.start().await(20, TimeUnit.SECONDS);
        return this;
    }

    ApiServer server() {
        return server;
    }

    int port() {
        return port;
    }

    void append(String frame) {
        append(frame, CityFixture.NOON.plusSeconds(3_610));
    }

    void append(String frame, Instant arrivedAt) {
        journal.append(
                new Arrival(
                        arrivedAt,
                        "hj212",
                        "10.1.2.3:40112",
                        Optional.of(new Mn("3715020000000001")),
                        Arrival.Disposition.ACCEPTED,
                        "crc=HJ212",
                        frame.getBytes(StandardCharsets.UTF_8)),
                new Journal.Receipt() {
                    @Override
                    public void durable(long sequence) {}

                    @Override
                    public void refused(Journal.Refusal why) {
                        throw new AssertionError("the journal in memory refused: " + why);
                    }
                });
    }

    /** Asks, and checks the answer against the contract. */
    JsonObject get(int status, String operation, String path) throws Exception {
        return checked(status, operation, HttpRequest.newBuilder(uri(path)).GET());
    }

    JsonObject post(int status, String operation, String path, String body) throws Exception {
        return checked(
                status,
                operation,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private JsonObject checked(int status, String operation, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = ask(request);
        if (answer.statusCode() != status) {
            throw new AssertionError("status " + answer.statusCode() + " instead of " + status + ": " + answer.body());
        }
        String sent = answer.headers().firstValue("Content-Type").orElse("");
        if (!sent.equals(
                status < 400 || operation.equals("health") ? "application/json" : "application/problem+json")) {
            throw new AssertionError("content type " + sent + " with status " + status);
        }
        String type = "application/json";
        contract.validate(
                        ValidatableResponse.create(
                                status, Map.of("Content-Type", type), Buffer.buffer(answer.body()), type),
                        operation)
                .await(20, TimeUnit.SECONDS);
        return new JsonObject(answer.body());
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close().await(20, TimeUnit.SECONDS);
            }
            vertx.close().await(20, TimeUnit.SECONDS);
            asked.close();
        } catch (TimeoutException e) {
            throw new AssertionError("the server does not stop", e);
        }
    }

    /** Reads frames as characters; fields are whatever stands around an equals sign. */
    private static final class Characters implements FrameReader {

        @Override
        public String text(JournalRecord record) {
            return new String(record.arrival().bytes(), StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Content> content(JournalRecord record) {
            String text = text(record);
            int items = text.indexOf("&&");
            if (items < 0) {
                return Optional.empty();
            }
            return Optional.of(new Content(
                    fields(text.substring(6, items - 3)),
                    fields(text.substring(items + 2, text.lastIndexOf("&&"))),
                    Encryption.NONE));
        }

        private static List<Field> fields(String text) {
            List<Field> fields = new ArrayList<>();
            for (String part : text.split("[;,]", -1)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    fields.add(new Field(part.substring(0, equals), part.substring(equals + 1)));
                }
            }
            return fields;
        }
    }
}
