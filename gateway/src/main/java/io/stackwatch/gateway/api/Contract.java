package io.stackwatch.gateway.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The contract: as it is published, and as the router reads it. */
final class Contract {

    /** Media types that Vert.x 5.0 refuses to load, and what the router is told instead; the text that is published keeps them. */
    private static final Map<String, String> FOR_THE_ROUTER = Map.of(
            "application/problem+json",
            "application/json",
            "text/event-stream",
            "text/plain",
            "text/csv",
            "text/plain");

    private final Buffer text;

    private Contract(Buffer text) {
        this.text = text;
    }

    static Contract read() {
        try (InputStream file = Contract.class.getResourceAsStream("openapi.yaml")) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks openapi.yaml");
            }
            return new Contract(Buffer.buffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Buffer text() {
        return text;
    }

    Future<OpenAPIContract> load(Vertx vertx) {
        String readable = text.toString();
        for (Map.Entry<String, String> type : FOR_THE_ROUTER.entrySet()) {
            readable = readable.replace(type.getKey() + ":", type.getValue() + ":");
        }
        try {
            Object tree = new ObjectMapper(new YAMLFactory()).readTree(readable);
            return OpenAPIContract.from(vertx, new JsonObject(tree.toString()));
        } catch (IOException e) {
            throw new IllegalStateException("openapi.yaml is not YAML: " + e.getMessage(), e);
        }
    }
}
