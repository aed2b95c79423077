package io.stackwatch.gateway.notice.post;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values in an address. */
public final class Query {

    private Query() {}

    /** A text as RFC 3986 writes it: only letters, digits and {@code -_.~} stand for themselves. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Pairs in the order of the map. */
    public static String of(Map<String, String> values) {
        return values.entrySet().stream()
                .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                .collect(Collectors.joining("&"));
    }
}
