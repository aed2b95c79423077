package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.trail.TrailFinding;
import io.stackwatch.gateway.trail.TrailVerification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, staying and leaving, over HTTP, on a store and a clock that is set by hand. */
final class SignInApiTest {

    private static final String SESSION = "/api/v1/session";
    private static final String OUTLETS = "/api/v1/outlets";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ApiRunning api;
    private RecordStore store;
    private AccessCity city;

    @BeforeEach
    void start() throws Exception {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        city = new AccessCity(store, folder.resolve("proofs"));
        city.account("li");
        api = new ApiRunning();
        api.casework = city.cases.desk;
        api.clock = city.cases.clock;
        api.entrance = Optional.of(city.entrance());
        api.start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() {
        api.close();
        store.close();
    }

    @Test
    void whoKnowsThePasswordGetsASessionAndACookieThatNoScriptReads() throws Exception {
        Browser li = browser();
        assertEquals(401, li.get(OUTLETS).statusCode());
        HttpResponse<String> answer = li.signIn("Li", AccessCity.PASSWORD);
        assertEquals(200, answer.statusCode(), answer.body());
        JsonObject session = new JsonObject(answer.body());
        assertEquals("REQUIRED", session.getString("signIn"));
        assertEquals("li", session.getJsonObject("person").getString("id"));
        assertEquals(
                new JsonArray()
                        .add(new JsonObject()
                                .put("role", "OFFICER")
                                .putNull("region")
                                .putNull("enterprise")),
                session.getJsonObject("person").getJsonArray("grants"));
        assertEquals("2026-12-01T13:00:00Z", session.getString("expiresAt"));
        assertFalse(session.getBoolean("mustChange"));
        assertTrue(session.getJsonArray("operations").contains("acknowledge"));
        assertFalse(session.getJsonArray("operations").contains("admit"));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.matches("stackwatch_session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict"), cookie);
        assertEquals(200, li.get(OUTLETS).statusCode());
        assertEquals(session, new JsonObject(li.get(SESSION).body()), "asked again, the session tells the same");
        api.get(200, "session", SESSION);
    }

    @Test
    void underANameOfItsOwnTheCookieIsForEncryptedConnectionsOnly() throws Exception {
        String body = "{\"account\":\"li\",\"password\":\"" + AccessCity.PASSWORD + "\"}";
        String answer = Wire.post(api.port(), "stackwatch.example", SESSION, body);
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.contains("; HttpOnly; SameSite=Strict; Secure\r\n"), answer);
        assertTrue(Wire.post(api.port(), "evil.example", SESSION, body).startsWith("HTTP/1.1 421"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() throws Exception {
        String wrong = problem(401, "REFUSED", browser().signIn("li", "not the password"));
        String unknown = problem(401, "REFUSED", browser().signIn("nobody", "not the password"));
        assertEquals(wrong, unknown);
        problem(401, "REFUSED", browser().signIn("wang", "registered, without an account"));
    }

    @Test
    void fiveWrongPasswordsShutTheAccountForAQuarterOfAnHourAlsoForTheRightOne() throws Exception {
        for (String name : List.of("li", "nobody")) {
            for (int i = 0; i < 5; i++) {
                problem(401, "REFUSED", browser().signIn(name, "wrong " + i));
            }
            HttpResponse<String> shut = browser().signIn(name, AccessCity.PASSWORD);
            problem(429, "SHUT", shut);
            assertEquals("901", shut.headers().firstValue("Retry-After").orElse(""));
            assertEquals("Locked until 2026-12-01T01:15:00Z", new JsonObject(shut.body()).getString("title"));
        }
        city.wall.pass(Duration.ofMinutes(15));
        assertEquals(200, browser().signIn("li", AccessCity.PASSWORD).statusCode());
        assertEquals(
                List.of(
                        "ACCOUNT_MADE",
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_REFUSED",
                        "ACCOUNT_SHUT",
                        "SIGNED_IN"),
                trail("account:li"));
        assertEquals(List.of(), trail("account:nobody"), "who is nobody leaves no rows");
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBeforeIt() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                problem(401, "REFUSED", browser().signIn("li", "wrong"));
            }
            assertEquals(200, browser().signIn("li", AccessCity.PASSWORD).statusCode());
        }
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutARequestAndAfterTwelveHoursAnyhow() throws Exception {
        Browser idle = signedIn("li");
        Browser busy = signedIn("li");
        for (int i = 0; i < 71; i++) {
            city.wall.pass(Duration.ofMinutes(10));
            assertEquals(200, busy.get(OUTLETS).statusCode(), "after " + (i + 1) * 10 + " minutes");
        }
        problem(401, "NOT_SIGNED_IN", idle.get(OUTLETS));
        city.wall.pass(Duration.ofMinutes(10));
        problem(401, "NOT_SIGNED_IN", busy.get(OUTLETS));
    }

    @Test
    void nobodyCanGiveSomebodyElseASession() throws Exception {
        Browser victim = browser();
        victim.cookie = "A".repeat(43);
        assertEquals(200, victim.signIn("li", AccessCity.PASSWORD).statusCode());
        assertNotEquals("A".repeat(43), victim.cookie, "a token that the browser brought is never taken");
        String before = victim.cookie;
        victim.signIn("li", AccessCity.PASSWORD);
        Browser old = browser();
        old.cookie = before;
        problem(401, "NOT_SIGNED_IN", old.get(OUTLETS));
    }

    @Test
    void whatIsKeptOfASessionDoesNotOpenIt() throws Exception {
        Browser li = signedIn("li");
        String kept = store.read(handle -> handle.createQuery("SELECT token FROM sign_in_session")
                .mapTo(String.class)
                .one());
        assertNotEquals(li.cookie, kept);
        assertEquals(64, kept.length());
        assertTrue(store.read(handle -> handle.createQuery("SELECT hash FROM account WHERE person = 'li'")
                        .mapTo(String.class)
                        .one())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        Browser li = signedIn("li");
        String token = li.cookie;
        String csrf = li.csrf;
        li.csrf = "";
        problem(403, "CSRF", li.send("DELETE", SESSION, "", ""));
        li.csrf = csrf;
        JsonObject out = new JsonObject(li.send("DELETE", SESSION, "", "").body());
        assertNull(out.getJsonObject("person"));
        assertEquals("", li.cookie);
        li.cookie = token;
        problem(401, "NOT_SIGNED_IN", li.get(OUTLETS));
        assertEquals(List.of("ACCOUNT_MADE", "SIGNED_IN", "SIGNED_OUT"), trail("account:li"));
    }

    @Test
    void anUnsafeRequestNeedsTheTokenOfItsOwnSession() throws Exception {
        Browser li = signedIn("li");
        Browser other = signedIn("li");
        String path = "/api/v1/alarms/x/acknowledgement";
        JsonObject body = new JsonObject().put("who", "li").put("note", "看过");
        li.csrf = "";
        problem(403, "CSRF", li.post(path, body));
        li.csrf = other.csrf;
        problem(403, "CSRF", li.post(path, body));
    }

    @Test
    void aPageOfAnotherServerSignsNobodyInAndDoesNothing() throws Exception {
        for (String origin : List.of("https://evil.example", "http://127.0.0.1:1", "null", "not an address")) {
            problem(403, "FOREIGN_ORIGIN", browser().signIn("li", AccessCity.PASSWORD, "Origin", origin));
        }
        assertEquals(
                200,
                browser()
                        .signIn("li", AccessCity.PASSWORD, "Origin", "http://127.0.0.1:" + api.port())
                        .statusCode());
        HttpResponse<String> form = browser()
                .send(
                        "POST",
                        SESSION,
                        "text/plain",
                        "{\"account\":\"li\",\"password\":\"" + AccessCity.PASSWORD + "\"}");
        assertTrue(form.statusCode() >= 400 && form.statusCode() < 500, form.body());
        assertTrue(form.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void aPasswordThatAnAdministratorKnowsMustBeChangedFirst() throws Exception {
        city.account("root");
        Browser root = signedIn("root");
        HttpResponse<String> made = root.post(
                "/api/v1/accounts", new JsonObject().put("person", "wang").put("by", "root"));
        assertEquals(200, made.statusCode(), made.body());
        String initial = new JsonObject(made.body()).getString("initialPassword");
        Browser wang = browser();
        assertTrue(new JsonObject(wang.signIn("wang", initial).body()).getBoolean("mustChange"));
        problem(403, "MUST_CHANGE_PASSWORD", wang.get(OUTLETS));
        Browser elsewhere = browser();
        elsewhere.signIn("wang", initial);
        for (String unfit : List.of("short", "wang wang", initial, "x".repeat(129))) {
            assertEquals(400, change(wang, initial, unfit).statusCode(), unfit);
        }
        assertEquals(
                400, change(wang, "not the password", "a long new password").statusCode());
        String before = wang.cookie;
        HttpResponse<String> changed = change(wang, initial, "a long new password");
        assertEquals(200, changed.statusCode(), changed.body());
        assertNotEquals(before, wang.cookie);
        assertEquals(200, wang.get(OUTLETS).statusCode());
        problem(401, "NOT_SIGNED_IN", elsewhere.get(OUTLETS));
        assertEquals(401, browser().signIn("wang", initial).statusCode());
        assertEquals(200, browser().signIn("wang", "a long new password").statusCode());
    }

    @Test
    void anAccountThatIsLockedOrResetLosesItsSessionsAndOpensAgain() throws Exception {
        city.account("root");
        Browser root = signedIn("root");
        Browser li = signedIn("li");
        JsonObject order = new JsonObject().put("by", "root").put("note", "病假");
        assertEquals(200, root.post("/api/v1/accounts/li/lock", order).statusCode());
        problem(401, "NOT_SIGNED_IN", li.get(OUTLETS));
        problem(401, "REFUSED", browser().signIn("li", AccessCity.PASSWORD));
        assertEquals(200, root.post("/api/v1/accounts/li/unlock", order).statusCode());
        Browser again = signedIn("li");
        String initial =
                new JsonObject(root.post("/api/v1/accounts/li/reset", order).body()).getString("initialPassword");
        problem(401, "NOT_SIGNED_IN", again.get(OUTLETS));
        assertEquals(200, browser().signIn("li", initial).statusCode());
        assertEquals(409, root.post("/api/v1/accounts/root/lock", order).statusCode(), "the last administrator");
        assertEquals(404, root.post("/api/v1/accounts/wang/lock", order).statusCode());
        problem(
                403,
                "NOT_YOU",
                root.post(
                        "/api/v1/accounts/li/lock",
                        new JsonObject().put("by", "li").put("note", "x")));
        assertEquals(
                "li root",
                new JsonObject(root.get("/api/v1/accounts").body())
                        .getJsonArray("items").stream()
                                .map(item -> ((JsonObject) item).getString("person"))
                                .reduce((some, more) -> some + " " + more)
                                .orElse(""));
    }

    @Test
    void whoIsRegisteredForNothingAnyMoreIsOut() throws Exception {
        Browser li = signedIn("li");
        store.write(handle -> handle.execute(
                "UPDATE person SET valid_until = ? WHERE id = 'li'",
                city.cases.clock.instant().toEpochMilli()));
        problem(401, "NOT_SIGNED_IN", li.get(OUTLETS));
        problem(401, "REFUSED", browser().signIn("li", AccessCity.PASSWORD));
    }

    @Test
    void aRoleThatIsGivenIsThereWithTheNextRequest() throws Exception {
        city.account("root");
        Browser root = signedIn("root");
        Browser li = signedIn("li");
        problem(403, "ROLE", li.get("/api/v1/certificates"));
        JsonObject grant = new JsonObject()
                .put("id", "li")
                .put("role", "ADMINISTRATOR")
                .put("name", "李")
                .put("validFrom", "2020-01-01T00:00:00+08:00")
                .put("by", "root");
        assertEquals(200, root.post("/api/v1/persons", grant).statusCode());
        assertEquals(200, li.get("/api/v1/certificates").statusCode());
        assertEquals(
                400, root.post("/api/v1/persons", grant.put("role", "COUNTY")).statusCode());
        assertEquals(List.of("PERSON_GRANTED"), trail("person:li"));
    }

    @Test
    void everyFileThatLeavesIsWrittenDownAndTheTrailHolds() throws Exception {
        Browser li = signedIn("li");
        HttpResponse<String> sheet = li.get("/api/v1/relays/none/reconciliation.csv");
        assertEquals(404, sheet.statusCode());
        city.desk.exports().told("li", "OFFICER", "proof", "1".repeat(64), "1".repeat(64));
        assertEquals(List.of("EXPORTED"), trail("proof:" + "1".repeat(64)));
        assertTrue(store.read(handle -> TrailVerification.of(handle, Optional.empty())) instanceof TrailFinding.Whole);
    }

    private Browser browser() {
        return new Browser(http, api.port());
    }

    private Browser signedIn(String name) throws Exception {
        Browser browser = browser();
        assertEquals(200, browser.signIn(name, AccessCity.PASSWORD).statusCode());
        return browser;
    }

    private static HttpResponse<String> change(Browser browser, String current, String next) throws Exception {
        HttpResponse<String> answer = browser.post(
                SESSION + "/password", new JsonObject().put("current", current).put("next", next));
        if (answer.statusCode() == 200) {
            browser.csrf = new JsonObject(answer.body()).getString("csrf");
        }
        return answer;
    }

    private static String problem(int status, String reason, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(reason, new JsonObject(answer.body()).getString("reason"));
        return answer.body();
    }

    private List<String> trail(String subject) {
        List<String> acts = new ArrayList<>();
        store.read(handle -> TrailRecords.about(handle, subject, 0, 100)).forEach(row -> acts.add(row.act()));
        return acts;
    }
}
