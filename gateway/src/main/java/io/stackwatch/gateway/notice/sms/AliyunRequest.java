package io.stackwatch.gateway.notice.sms;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call before it is signed.
 *
 * @param home where
 * @param action which
 * @param version of the interface
 * @param parameters of the action
 * @param at when
 * @param nonce a text that never came before
 */
record AliyunRequest(
        URI home, String action, String version, Map<String, String> parameters, Instant at, String nonce) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    AliyunRequest {
        parameters = new TreeMap<>(parameters);
    }

    String time() {
        return TIME.format(at);
    }

    /** As the header {@code Host} has it. */
    String host() {
        return home.getPort() < 0 ? home.getHost() : home.getHost() + ":" + home.getPort();
    }

    /** The path, at least a slash. */
    String path() {
        return home.getRawPath() == null || home.getRawPath().isEmpty() ? "/" : home.getRawPath();
    }
}
