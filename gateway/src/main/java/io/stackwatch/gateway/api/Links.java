package io.stackwatch.gateway.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of addresses of this interface. */
final class Links {

    private Links() {}

    /** An id as it stands in an address. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
