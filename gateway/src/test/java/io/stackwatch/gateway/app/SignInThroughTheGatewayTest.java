package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole gateway that asks who comes in. */
final class SignInThroughTheGatewayTest {

    private static final String PASSWORD = "one long password";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everybodyOfADemonstrationSignsInAndSeesWhatIsHis() throws Exception {
        Config config = SmallCity.config(folder).with(Settings.API_SIGN_IN, "required");
        SmallCity.register(config, SmallCity.mns(1));
        Clock clock = SmallCity.clock();
        DemoAccounts.register(config, PASSWORD, clock);
        DemoAccounts.register(config, "another password", clock);
        try (Gateway gateway = Gateway.start(config, clock, 1)) {
            assertEquals(401, get(gateway, "/api/v1/outlets", "").statusCode());
            assertEquals(200, get(gateway, "/", "").statusCode(), "the page itself tells nothing");
            assertEquals(401, get(gateway, "/metrics", "").statusCode());
            for (Map.Entry<String, Integer> one : Map.of("officer", 200, "enterprise", 200, "county", 200, "admin", 200)
                    .entrySet()) {
                HttpResponse<String> in = signIn(gateway, one.getKey());
                assertEquals(200, in.statusCode(), in.body());
                JsonNode session = json.readTree(in.body());
                assertEquals(one.getKey(), session.path("person").path("id").asText());
                String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
                HttpResponse<String> outlets =
                        get(gateway, "/api/v1/outlets", cookie.substring(0, cookie.indexOf(';')));
                assertEquals(one.getValue(), outlets.statusCode(), outlets.body());
                assertEquals(1, json.readTree(outlets.body()).path("items").size(), one.getKey());
            }
            HttpResponse<String> admin = signIn(gateway, "admin");
            String cookie = admin.headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(get(gateway, "/metrics", cookie.substring(0, cookie.indexOf(';')))
                    .body()
                    .contains("stackwatch_"));
        }
    }

    @Test
    void withoutSignInNothingButThisMachineIsListenedTo() throws Exception {
        Config open = SmallCity.config(folder).with(Settings.HTTP_HOST, "0.0.0.0");
        ConfigRefused refused = assertThrows(ConfigRefused.class, () -> Gateway.start(open));
        assertTrue(refused.getMessage().contains("api.sign-in: required"), refused.getMessage());
    }

    private HttpResponse<String> signIn(Gateway gateway, String account) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(gateway, "/api/v1/session"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                json.writeValueAsString(Map.of("account", account, "password", PASSWORD))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(Gateway gateway, String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(gateway, path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(Gateway gateway, String path) {
        return URI.create("http://127.0.0.1:" + gateway.webPort() + path);
    }
}
