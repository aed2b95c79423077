package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.gateway.history.Eventually;
import java.time.Duration;
import java.time.LocalDateTime;

/** A logger of 2017 at the other end of a socket that is asked through the API, and does what a test tells it. */
final class AskedOverSocket implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String mn;
    private final Peer peer;

    /** Connects and speaks once, so that the gateway knows through which connection its station is reached. */
    AskedOverSocket(int port, String mn, LocalDateTime at) {
        this.mn = mn;
        this.peer = new Peer(port);
        peer.sendSegment(SmallCity.realtime(mn, at, "20.0"));
        peer.readSegment();
    }

    /** Orders a request at the gateway; its number. */
    static long order(GatewayApi api, String mn, int command, String content) throws Exception {
        String body =
                "{\"station\": \"%s\", \"command\": %d, \"content\": [%s], \"by\": \"Wang\", \"reason\": \"test\"}"
                        .formatted(mn, command, content);
        return api.post("/api/v1/exchanges", body).get("id").asLong();
    }

    /** The request that comes down, whole. */
    String request() {
        return peer.readSegment();
    }

    /** The QN of a request. */
    static String qn(String request) {
        return request.substring("QN=".length(), request.indexOf(';'));
    }

    /** Sends a 9011, 9012 or response that carries this number. */
    AskedOverSocket says(String qn, int command, String content) {
        String system = command >= 9000 ? "91" : "31";
        peer.sendSegment("QN=" + qn + ";ST=" + system + ";CN=" + command + ";PW=123456;MN=" + mn + ";Flag=4;CP=&&"
                + content + "&&");
        return this;
    }

    /** Waits until an exchange is in a state; everything that is kept of it then. */
    static JsonNode await(GatewayApi api, long exchange, String state) {
        String path = "/api/v1/exchanges/" + exchange;
        Eventually.holds(PATIENCE, "exchange " + exchange + " is not " + state, () -> api.get(path)
                .get("exchange")
                .get("state")
                .get("code")
                .asText()
                .equals(state));
        try {
            return api.get(path);
        } catch (Exception cannot) {
            throw new AssertionError(cannot);
        }
    }

    /** The kinds of an exchange's events, in order. */
    static String kinds(JsonNode file) {
        StringBuilder kinds = new StringBuilder();
        file.get("events").forEach(event -> kinds.append(kinds.isEmpty() ? "" : " ")
                .append(event.get("kind").asText()));
        return kinds.toString();
    }

    /** Dies: no more than a connection that is gone. */
    void dies() {
        peer.reset();
    }

    @Override
    public void close() {
        peer.close();
    }
}
