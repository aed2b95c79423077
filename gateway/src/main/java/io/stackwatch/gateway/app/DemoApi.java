package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The demonstration's gateway as anybody else reaches it: over its API. */
final class DemoApi {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;

    DemoApi(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** An answer; empty if there is no such thing (yet). */
    Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).GET().build());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(right(path, answer));
    }

    /** An answer. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return right(path, send(request(path).GET().build()));
    }

    /** Whatever it answers, also that something is wrong. */
    String text(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build()).body();
    }

    /** Files or decides something. */
    JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        return right(path, send(request));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The gateway understands what it is asked and does not do it; the detail says why. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String detail;

        Refused(String path, int status, String detail) {
            super(path + " answers " + status + ": " + detail);
            this.status = status;
            this.detail = detail;
        }

        int status() {
            return status;
        }

        String detail() {
            return detail;
        }
    }

    private JsonNode right(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= BAD_REQUEST && answer.statusCode() < SERVER_ERROR) {
            JsonNode problem = json.readTree(answer.body());
            throw new Refused(path, answer.statusCode(), problem.path("detail").asText(answer.body()));
        }
        if (answer.statusCode() != OK) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
