package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.transmission.AssessedFactor;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.marking.StoredMarks;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks over HTTP, on the rows of a store; every answer is checked against the contract. */
final class MarkApiTest {

    /** In legal time the 25th of November, 10:00: the marking window of the 24th is open. */
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

    private static final String FAULT = filing("FAULT", "2026-11-24T08:00:00+08:00", "2026-11-24T10:00:00+08:00");

    @TempDir
    private Path folder;

    private ApiRunning api;
    private RecordStore store;

    @BeforeEach
    void start() throws Exception {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        RegistrySnapshot city = RegistrySnapshot.of(facts(), List.of());
        api = new ApiRunning();
        api.marks = new StoredMarks(
                store,
                () -> city,
                JudgementRules.load(),
                new ProofShelf(folder.resolve("proofs"), 1_000),
                new EventSignal(),
                Clock.fixed(NOW, ZoneOffset.UTC));
        api.start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() {
        api.close();
        store.close();
    }

    @Test
    void aMarkIsFiledChangedRefusedAndListed() throws Exception {
        JsonObject filed = api.post(200, "fileMark", "/api/v1/marks", FAULT);
        assertEquals("M-1", filed.getString("id"));
        assertEquals("ACCEPTED", filed.getString("state"));

        String longer = new JsonObject(filing("FAULT", "2026-11-24T08:00:00+08:00", "2026-11-24T11:00:00+08:00"))
                .put("basedOn", 1)
                .encode();
        JsonObject changed = api.post(200, "changeMark", "/api/v1/marks/M-1/versions", longer);
        assertEquals(2, changed.getJsonArray("versions").size());
        JsonObject stale = api.post(409, "changeMark", "/api/v1/marks/M-1/versions", longer);
        assertEquals("STALE_VERSION: based on 1, the latest is 2", stale.getString("detail"));

        JsonObject refused = api.post(
                200,
                "decideMark",
                "/api/v1/marks/M-1/decision",
                "{\"version\":2,\"approve\":false,\"by\":\"officer Li\",\"reason\":\"it worked\"}");
        assertEquals("REFUSED", refused.getString("state"));
        api.post(
                409,
                "decideMark",
                "/api/v1/marks/M-1/decision",
                "{\"version\":2,\"approve\":true,\"by\":\"Wang\",\"reason\":\"mine\"}");
        api.post(200, "fileMark", "/api/v1/marks", FAULT);
        assertEquals(
                1,
                api.get(200, "marks", "/api/v1/marks?outlet=DA001&state=REFUSED")
                        .getJsonArray("items")
                        .size());
        JsonObject first = api.get(200, "marks", "/api/v1/marks?limit=1");
        assertEquals("M-2", first.getJsonArray("items").getJsonObject(0).getString("id"));
        JsonObject second = api.get(200, "marks", "/api/v1/marks?limit=1&cursor=" + first.getString("next"));
        assertEquals("M-1", second.getJsonArray("items").getJsonObject(0).getString("id"));
        api.post(200, "withdrawMark", "/api/v1/marks/M-2/withdrawal", "{\"basedOn\":1,\"by\":\"Wang\"}");
        assertEquals(
                11,
                api.get(200, "markKinds", "/api/v1/mark-kinds")
                        .getJsonArray("items")
                        .size());
    }

    @Test
    void aFilingThatIsWrongSaysWhatWhereAndWhatWasExpected() throws Exception {
        JsonObject late = api.post(
                400,
                "fileMark",
                "/api/v1/marks",
                filing("FAULT", "2026-11-23T08:00:00+08:00", "2026-11-23T10:00:00+08:00"));
        assertEquals("body field explanation", late.getString("where"));
        assertTrue(late.getString("detail").startsWith("EXPLANATION_MISSING: closed at 2026-11-24T04:00:00Z"));
        assertEquals("why it is filed after 12:00 of the following day", late.getString("expected"));
        JsonObject backwards = api.post(
                400,
                "fileMark",
                "/api/v1/marks",
                filing("FAULT", "2026-11-24T10:00:00+08:00", "2026-11-24T08:00:00+08:00"));
        assertEquals("body fields from and until", backwards.getString("where"));
        api.post(404, "fileMark", "/api/v1/marks", FAULT.replace("DA001", "DA999"));
        api.get(404, "mark", "/api/v1/marks/M-77");
    }

    @Test
    void aProofIsKeptUnderItsHashBoundedAndNamedWithoutFolders() throws Exception {
        byte[] photo = "photo".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> kept = upload(photo);
        assertEquals(200, kept.statusCode(), kept.body());
        String sha256 = new JsonObject(kept.body()).getString("sha256");
        JsonObject late = new JsonObject(filing("FAULT", "2026-11-23T08:00:00+08:00", "2026-11-23T10:00:00+08:00"))
                .put("explanation", "the line was cut")
                .put(
                        "proofs",
                        List.of(new JsonObject()
                                .put("name", "C:\\photos\\..\\fault*1.jpg")
                                .put("sha256", sha256)));
        JsonObject filed = api.post(200, "fileMark", "/api/v1/marks", late.encode());
        assertEquals("PENDING", filed.getString("state"));
        JsonObject proof = filed.getJsonArray("versions")
                .getJsonObject(0)
                .getJsonArray("proofs")
                .getJsonObject(0);
        assertEquals("fault_1.jpg", proof.getString("name"));
        assertEquals(5, proof.getInteger("bytes"));
        assertArrayEquals(
                photo,
                api.ask(HttpRequest.newBuilder(api.uri("/api/v1/proofs/" + sha256))
                                .GET())
                        .body()
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "MARK_LATE",
                api.get(200, "markFindings", "/api/v1/mark-findings")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("kind"));

        assertEquals(413, upload(new byte[1_001]).statusCode());
        late.put("proofs", List.of(new JsonObject().put("name", "x").put("sha256", "0".repeat(64))));
        assertEquals(
                "there is no proof '" + "0".repeat(64) + "'",
                api.post(404, "fileMark", "/api/v1/marks", late.encode()).getString("detail"));
        late.put("proofs", List.of(new JsonObject().put("name", "../..").put("sha256", sha256)));
        assertEquals(
                "proofs: '../..' is no file name",
                api.post(400, "fileMark", "/api/v1/marks", late.encode()).getString("detail"));
    }

    @Test
    void anExemptionIsGrantedShownForItsHourAndRevokedOnce() throws Exception {
        JsonObject granted = api.post(
                200,
                "grantExemption",
                "/api/v1/exemptions",
                "{\"outlet\":\"DA001\",\"kind\":\"POWER_CUT\",\"from\":\"2026-11-24T08:00:00+08:00\","
                        + "\"until\":\"2026-11-24T09:00:00+08:00\",\"document\":\"2026-7\",\"by\":\"officer Li\","
                        + "\"reason\":\"a storm\"}");
        assertEquals(1, granted.getInteger("id"));
        JsonObject hour = api.get(200, "hourMarks", "/api/v1/outlets/DA001/hours/2026-11-24T08:10:00%2B08:00/marks");
        JsonObject factor = hour.getJsonArray("factors").getJsonObject(0);
        assertEquals("EXEMPT exemption 1: 2026-7", factor.getString("notDueBecause"));
        assertEquals("NO_MARK", factor.getString("noneBecause"));
        String why = "{\"by\":\"officer Li\",\"reason\":\"another district\"}";
        api.post(200, "revokeExemption", "/api/v1/exemptions/1/revocation", why);
        api.post(409, "revokeExemption", "/api/v1/exemptions/1/revocation", why);
        api.post(404, "revokeExemption", "/api/v1/exemptions/9/revocation", why);
        assertEquals(
                1,
                api.get(200, "exemptions", "/api/v1/exemptions")
                        .getJsonArray("items")
                        .size());
        assertEquals(
                0,
                api.get(200, "ownOutages", "/api/v1/own-outages")
                        .getJsonArray("items")
                        .size());
        api.get(404, "hourMarks", "/api/v1/outlets/DA999/hours/2026-11-24T08:00:00%2B08:00/marks");
    }

    private HttpResponse<String> upload(byte[] bytes) throws Exception {
        return api.ask(HttpRequest.newBuilder(api.uri("/api/v1/proofs"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private static String filing(String kind, String from, String until) {
        return new JsonObject()
                .put("outlet", "DA001")
                .put("kind", kind)
                .put("from", from)
                .put("until", until)
                .put("reason", "so it was")
                .put("by", "Wang")
                .encode();
    }

    private static RegisteredFacts facts() {
        OutletId outlet = new OutletId("DA001");
        return new RegisteredFacts(
                new RegistryRows(
                        List.of(),
                        List.of(new Enterprise(
                                new EnterpriseId("E1"), "示例热电厂", new RegionCode("371502"), Effective.ALWAYS)),
                        List.of(new Outlet(
                                outlet,
                                new EnterpriseId("E1"),
                                "1号锅炉",
                                new IndustryCode("D4430"),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(new StandardCategory("GB13271-2014.01")),
                                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                                Effective.ALWAYS)),
                        List.of(new Station(new Mn("M1"), outlet, Effective.ALWAYS)),
                        List.of(),
                        List.of()),
                List.of(new AssessedFactor(outlet, new FactorCode("a21026"), Effective.ALWAYS)),
                List.of(),
                List.of());
    }
}
