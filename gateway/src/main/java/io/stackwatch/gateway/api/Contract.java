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
import java.util.Map;

/** The contract: as it is published, and as the router reads it. Immutable. */
public final class Contract {

    /** Media types that Vert.x 5.0 refuses to load, and what the router is told instead; the text that is published keeps them. */
    private static final Map<String, String> FOR_THE_ROUTER = Map.of(
            "application/problem+json",
            "application/json",
            "text/event-stream",
            "text/plain",
            "text/csv",
            "text/plain");

    private final Buffer text;
    private final OpenAPIContract operations;

    private Contract(Buffer text, OpenAPIContract operations) {
        this.text = text;
        this.operations = operations;
    }

    /**
     * Reads it in the background. It takes longer than most of a start and needs nothing of the parts that are shown: whoever
     * starts a gateway begins with it.
     */
    public static Future<Contract> read(Vertx vertx) {
        return vertx.executeBlocking(Contract::published)
                .compose(text -> vertx.executeBlocking(() -> forTheRouter(text))
                        .compose(tree -> OpenAPIContract.from(vertx, tree))
                        .map(operations -> new Contract(text, operations)));
    }

    /** As it is published. */
    Buffer text() {
        return text;
    }

    /** As the router reads it. */
    OpenAPIContract operations() {
        return operations;
    }

    private static Buffer published() throws IOException {
        try (InputStream file = Contract.class.getResourceAsStream("openapi.yaml")) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks openapi.yaml");
            }
            return Buffer.buffer(file.readAllBytes());
        }
    }

    private static JsonObject forTheRouter(Buffer text) {
        String readable = text.toString();
        for (Map.Entry<String, String> type : FOR_THE_ROUTER.entrySet()) {
            readable = readable.replace(type.getKey() + ":", type.getValue() + ":");
        }
        try {
            return new JsonObject(
                    new ObjectMapper(new YAMLFactory()).readTree(readable).toString());
        } catch (IOException e) {
            throw new IllegalStateException("openapi.yaml is not YAML: " + e.getMessage(), e);
        }
    }
}
