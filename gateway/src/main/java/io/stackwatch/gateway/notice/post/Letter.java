package io.stackwatch.gateway.notice.post;

import java.net.URI;
import java.util.Map;

/**
 * What is posted. It may hold secrets and is never logged: {@link #toString} names the host alone.
 *
 * @param to where; its query is sent as it is
 * @param headers of the request
 * @param body in UTF-8
 */
public record Letter(URI to, Map<String, String> headers, String body) {

    public Letter {
        headers = Map.copyOf(headers);
    }

    /** A body of JSON. */
    public static Letter json(URI to, String body) {
        return new Letter(to, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    @Override
    public String toString() {
        return "Letter[" + to.getHost() + "]";
    }
}
