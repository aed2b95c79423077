package io.stackwatch.simulator.conform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Orders requests through the API of stackwatch ({@code POST /api/v1/exchanges}), and lets those go that wait for a second
 * person. Safe for use by several threads.
 */
public final class HttpOrders implements Orders {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String EXCHANGES = "api/v1/exchanges";

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();

    /** The API below this address, such as {@code http://127.0.0.1:8080}. */
    public HttpOrders(URI base) {
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
    }

    @Override
    public Optional<String> place(String mn, int command, String content) throws IOException {
        ObjectNode order = json.createObjectNode();
        order.put("station", mn).put("command", command);
        order.put("by", "conformance kit").put("reason", "conformance case");
        ArrayNode items = order.putArray("content");
        for (String item : content.split(";", -1)) {
            int equals = item.indexOf('=');
            if (equals > 0) {
                items.addObject().put("name", item.substring(0, equals)).put("value", item.substring(equals + 1));
            }
        }
        HttpResponse<String> answer = post(EXCHANGES, order);
        if (answer.statusCode() != 200) {
            return Optional.of("HTTP " + answer.statusCode());
        }
        JsonNode placed = json.readTree(answer.body());
        if (!placed.path("twoPeople").asBoolean()) {
            return Optional.empty();
        }
        ObjectNode release = json.createObjectNode().put("by", "conformance kit, second person");
        int status = post(EXCHANGES + "/" + placed.path("id").asLong() + "/release", release)
                .statusCode();
        return status == 200 ? Optional.empty() : Optional.of("HTTP " + status + " for the release");
    }

    private HttpResponse<String> post(String path, ObjectNode body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ordering", e);
        }
    }
}
