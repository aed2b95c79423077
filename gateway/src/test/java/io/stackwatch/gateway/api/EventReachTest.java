package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The event stream of somebody who is signed in: what he reaches, as long as his session holds. */
@Timeout(60)
final class EventReachTest {

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ApiRunning api;
    private RecordStore store;
    private AccessCity city;
    private long number;

    @BeforeEach
    void start() throws Exception {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        city = new AccessCity(store, folder.resolve("proofs"));
        api = new ApiRunning();
        api.clock = city.cases.clock;
        api.entrance = Optional.of(city.entrance());
        api.start(ApiOptions.defaults().withListeners(10, Duration.ofMillis(100), 256 * 1024, Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        api.close();
        store.close();
    }

    /** The last of the three is a fence: what comes before it has come, or never will. */
    @Test
    void aListenerIsSentTheEventsOfItsDivisionOrEnterpriseOnly() throws Exception {
        for (String name : List.of("li", "ma", "firm")) {
            city.account(name);
        }
        raise("a", "E2", "371525");
        raise("b", "E1", "371524");
        raise("c", "E2", "371524");
        raise("d", "E1", "371524");
        assertEquals(List.of("a", "b", "c", "d"), seen("li", "d"));
        assertEquals(List.of("b", "c", "d"), seen("ma", "d"));
        assertEquals(List.of("b", "d"), seen("firm", "d"));
    }

    @Test
    void theStreamEndsWhenTheSessionEnds() throws Exception {
        city.account("li");
        Browser li = signedIn("li");
        try (BufferedReader stream = listen(li)) {
            assertEquals("retry: 2000", stream.readLine());
            li.send("DELETE", "/api/v1/session", "", "");
            String line = stream.readLine();
            while (line != null && (line.isEmpty() || line.startsWith(":"))) {
                line = stream.readLine();
            }
            assertNull(line);
        }
    }

    @Test
    void listeningKeepsNoSessionOpen() throws Exception {
        city.account("li");
        try (BufferedReader stream = listen(signedIn("li"))) {
            assertEquals("retry: 2000", stream.readLine());
            city.wall.pass(Duration.ofMinutes(20));
            // two heartbeats have asked for the session and not used it
            assertEquals("", stream.readLine());
            assertEquals(": still here", stream.readLine());
            city.wall.pass(Duration.ofMinutes(11));
            String line = stream.readLine();
            while (line != null) {
                line = stream.readLine();
            }
            assertNull(line);
        }
    }

    private void raise(String id, String firm, String region) {
        AlarmView some =
                CityFixture.alarm(id, "YELLOW", new Named(firm, firm, Optional.empty()), "41", CityFixture.NOON);
        AlarmView alarm = new AlarmView(
                some.id(),
                some.type(),
                some.level(),
                some.subject(),
                some.outlet(),
                some.enterprise(),
                new Named(region, region, Optional.empty()),
                some.factor(),
                some.firstHour(),
                some.lastHour(),
                some.raisedAt(),
                some.words(),
                some.value(),
                some.limit(),
                some.unit(),
                some.ratio(),
                some.acknowledgement(),
                some.clearedAt(),
                some.clearedWhy(),
                some.state(),
                some.assignment(),
                some.aside());
        AlarmView.Step step = new AlarmView.Step(
                ++number, "RAISED", CityFixture.NOON, Optional.empty(), "YELLOW", "", Optional.empty());
        api.city.add(new AlarmView.Event(step, alarm));
    }

    private List<String> seen(String name, String last) throws Exception {
        List<String> seen = new ArrayList<>();
        try (BufferedReader stream = listen(signedIn(name))) {
            while (!seen.contains(last)) {
                String line = stream.readLine();
                if (line.startsWith("data: ")) {
                    seen.add(new JsonObject(line.substring(6))
                            .getJsonObject("alarm")
                            .getString("id"));
                }
            }
        }
        return seen;
    }

    private BufferedReader listen(Browser browser) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + api.port() + "/api/v1/events?after=0"))
                .header("Cookie", Visit.COOKIE + "=" + browser.cookie)
                .build();
        return new BufferedReader(new InputStreamReader(
                http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    private Browser signedIn(String name) throws Exception {
        Browser browser = new Browser(http, api.port());
        assertEquals(200, browser.signIn(name, AccessCity.PASSWORD).statusCode());
        return browser;
    }
}
