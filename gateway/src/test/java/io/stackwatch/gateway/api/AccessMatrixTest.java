package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.api.AccessTable.Entry;
import io.stackwatch.gateway.casework.CaseCity;
import io.stackwatch.gateway.judgement.SqlAlarmDesk;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every operation, asked over HTTP by every role about its own and about somebody else's, and by nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessMatrixTest {

    /** With -Dstackwatch.regenerate=true the page is written instead of compared. */
    private static final Path PAGE = Path.of("..", "docs", "access.md");

    /** They change the session that asks; SignInApiTest walks them. */
    private static final Set<String> OF_THE_SESSION = Set.of("signIn", "signOut");

    private static final Map<String, Role> CAST = new LinkedHashMap<>(Map.of(
            "li", Role.OFFICER,
            "qian", Role.REVIEWER,
            "sun", Role.LEGAL_REVIEWER,
            "zhao", Role.HEAD,
            "ma", Role.COUNTY,
            "firm", Role.ENTERPRISE,
            "aud", Role.AUDITOR,
            "root", Role.ADMINISTRATOR));

    private static final Set<Role> CUT = Set.of(Role.COUNTY, Role.ENTERPRISE);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Browser> browsers = new LinkedHashMap<>();
    private ApiRunning api;
    private RecordStore store;
    private AccessCity city;
    private OpenAPIContract contract;
    private AccessTable table;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        city = new AccessCity(store, folder.resolve("proofs"));
        api = new ApiRunning();
        api.casework = city.cases.desk;
        api.documents = city.cases.documents(CaseCity.HEADS);
        api.clock = city.cases.clock;
        api.entrance = Optional.of(city.entrance());
        LiveRegistry registry = new LiveRegistry(store, city.cases.clock);
        CityRecords records = new StoredCity(
                new SqlRecordsView(store, () -> registry.snapshot().registry()),
                new SqlAlarmDesk(store, RuleParameters.load(), new EventSignal()),
                registry::snapshot,
                CityFixture::factor,
                (outlet, hours) -> Map.of(),
                city.cases.clock,
                Duration.ofMinutes(15));
        api.start(
                ApiOptions.defaults(), records, new Hj212FrameReader(arrival -> Optional.empty()), CityFixture::factor);
        contract = Contract.read(api.vertx).await(20, TimeUnit.SECONDS).operations();
        table = AccessTable.of(contract);
        for (String name : CAST.keySet()) {
            city.account(name);
            Browser browser = new Browser(http, api.port());
            assertEquals(200, browser.signIn(name, AccessCity.PASSWORD).statusCode());
            browsers.put(name, browser);
        }
    }

    @AfterAll
    void stop() {
        api.close();
        store.close();
    }

    @Test
    void everyOperationLetsThroughWhomItsRuleNamesAndNobodyElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Operation operation : contract.operations()) {
            if (OF_THE_SESSION.contains(operation.getOperationId())) {
                continue;
            }
            Entry entry = table.of(operation.getOperationId());
            for (Map.Entry<String, Role> one : CAST.entrySet()) {
                for (boolean own : List.of(true, false)) {
                    AccessMatrix.Request request =
                            AccessMatrix.request(operation, entry, own ? city.own : city.foreign, one.getKey());
                    String expected = AccessMatrix.expected(entry, one.getValue(), !CUT.contains(one.getValue()), own);
                    String found = ask(request, Optional.of(browsers.get(one.getKey())), true);
                    asked++;
                    if (!found.equals(expected)) {
                        wrong.add(operation.getOperationId() + " as " + one.getValue() + (own ? " own" : " foreign")
                                + ": " + found + ", not " + expected + " " + request);
                    }
                }
            }
            wrong.addAll(unsigned(operation, entry));
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 1_900, "requests: " + asked);
    }

    /** Without a session nothing is told, and without its token nothing is changed. */
    private List<String> unsigned(Operation operation, Entry entry) throws Exception {
        List<String> wrong = new ArrayList<>();
        AccessMatrix.Request request = AccessMatrix.request(operation, entry, city.own, "li");
        String unsigned = ask(request, Optional.empty(), true);
        if (!unsigned.equals(entry.rule().open() ? "through" : "401 NOT_SIGNED_IN")) {
            wrong.add(operation.getOperationId() + " unsigned: " + unsigned);
        }
        boolean safe = request.method().equals("GET");
        for (Map.Entry<String, Role> one : CAST.entrySet()) {
            if (!safe && entry.rule().roles().contains(one.getValue())) {
                String unguarded = ask(request, Optional.of(browsers.get(one.getKey())), false);
                if (!unguarded.equals("403 CSRF")) {
                    wrong.add(operation.getOperationId() + " as " + one.getValue() + " unguarded: " + unguarded);
                }
            }
        }
        return wrong;
    }

    @Test
    void whoeverNamesSomebodyElseIsRefusedInEveryOperationThatNamesSomebody() throws Exception {
        Set<String> walked = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            Entry entry = table.of(operation.getOperationId());
            Optional<String> may = CAST.entrySet().stream()
                    .filter(one -> entry.rule().roles().contains(one.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (may.isEmpty() || operation.getHttpMethod().name().equals("GET")) {
                continue;
            }
            AccessMatrix.Request request = AccessMatrix.request(operation, entry, city.own, "somebody-else");
            for (String name : List.of("by", "who")) {
                String body = request.body().replace("\"by\"", "\"" + name + "\"");
                assertEquals(
                        "403 NOT_YOU",
                        ask(
                                new AccessMatrix.Request(request.method(), request.path(), body),
                                Optional.of(browsers.get(may.get())),
                                true),
                        operation.getOperationId());
            }
            walked.add(operation.getOperationId());
        }
        assertTrue(walked.size() > 40, walked.toString());
        assertEquals(
                "403 NOT_YOU",
                ask(
                        new AccessMatrix.Request(
                                "GET",
                                "/api/v1/case-files/"
                                        + city.own.get(
                                                table.of("caseFile").rule().about()) + "?by=wang",
                                ""),
                        Optional.of(browsers.get("li")),
                        true));
    }

    /** The gate looks at the top of a body; whoever acts must stand there. */
    @Test
    void nobodyIsNamedAsActingFurtherDownInABody() throws Exception {
        JsonNode paths = new ObjectMapper(new YAMLFactory())
                .readTree(Contract.read(api.vertx)
                        .await(20, TimeUnit.SECONDS)
                        .text()
                        .toString())
                .path("paths");
        int found = 0;
        for (Operation operation : contract.operations()) {
            JsonNode body = paths.path(operation.getOpenAPIPath())
                    .path(operation.getHttpMethod().name().toLowerCase(Locale.ROOT))
                    .path("requestBody");
            int named = body.findValues("who").size() + body.findValues("by").size();
            assertTrue(named <= 1, operation.getOperationId() + " names somebody " + named + " times");
            found += named;
        }
        assertTrue(found > 30, "bodies that name somebody: " + found);
    }

    @Test
    void thePageOfAccessIsMadeOfTheContract() throws IOException {
        String page = AccessMatrix.page(contract, table);
        if (Boolean.getBoolean("stackwatch.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page);
    }

    @Test
    void everyOperationSaysWhoMayUseItAndTheFewThatAreOpenAreThese() {
        assertEquals(
                contract.operations().stream().map(Operation::getOperationId).collect(Collectors.toSet()),
                table.operations());
        assertEquals(List.of("about", "health", "session", "signIn", "signOut"), table.permitted(Optional.empty()));
        for (String operation : table.operations()) {
            Entry entry = table.of(operation);
            boolean reads = contract.operation(operation).getHttpMethod().name().equals("GET");
            boolean ofHimself = operation.equals("changePassword");
            assertTrue(
                    entry.rule().open()
                            || reads
                            || ofHimself
                            || !entry.rule().roles().contains(Role.AUDITOR),
                    "an auditor changes nothing: " + operation);
        }
    }

    private String ask(AccessMatrix.Request request, Optional<Browser> browser, boolean guarded)
            throws IOException, InterruptedException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + request.path()))
                .timeout(Duration.ofSeconds(30))
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
        if (!request.body().isEmpty()) {
            sent.header("Content-Type", "application/json");
        }
        browser.ifPresent(one -> sent.header("Cookie", Visit.COOKIE + "=" + one.cookie));
        if (guarded) {
            browser.ifPresent(one -> sent.header(Visit.CSRF, one.csrf));
        }
        HttpResponse<InputStream> answer = http.send(sent.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean problem = answer.headers()
                    .firstValue("Content-Type")
                    .filter("application/problem+json"::equals)
                    .isPresent();
            String reason = problem
                    ? new JsonObject(new String(body.readAllBytes(), StandardCharsets.UTF_8)).getString("reason")
                    : null;
            if (answer.statusCode() == 500) {
                return "500";
            }
            return reason == null ? "through" : answer.statusCode() + " " + reason;
        }
    }
}
