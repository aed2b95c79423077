package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.gateway.history.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a running gateway says about itself and its journal. */
final class GatewayApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final int port;

    GatewayApi(int port) {
        this.port = port;
    }

    /** The status code of {@code /health}. */
    int health() throws Exception {
        return ask("/health").statusCode();
    }

    /** What {@code /health} says about a part. */
    JsonNode part(String name) throws Exception {
        for (JsonNode part : json.readTree(ask("/health").body()).get("parts")) {
            if (part.get("name").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("/health has no part " + name);
    }

    /** The sequence number of the newest record. */
    long head() throws Exception {
        return part("journal").get("figures").get("head").asLong();
    }

    /** Everything that the journal has behind a sequence number. */
    List<JsonNode> recordsAfter(long sequence) throws Exception {
        List<JsonNode> records = new ArrayList<>();
        long head = head();
        for (long number = sequence + 1; number <= head; number++) {
            records.add(json.readTree(ask("/api/v1/frames/" + number).body()));
        }
        return records;
    }

    /** The first record behind a sequence number with that disposition; waits for it. */
    JsonNode awaitRecord(long sequence, String disposition) {
        List<JsonNode> found = new ArrayList<>();
        Eventually.holds(PATIENCE, "no record " + disposition + " behind " + sequence, () -> {
            recordsAfter(sequence).stream()
                    .filter(record -> record.get("disposition").asText().equals(disposition))
                    .forEach(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** What a path answers. */
    JsonNode get(String path) throws Exception {
        return json.readTree(ask(path).body());
    }

    /** What a path answers, as text. */
    String text(String path) throws Exception {
        return ask(path).body();
    }

    /** What a path answers to a body, which must be accepted. */
    JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("status " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
