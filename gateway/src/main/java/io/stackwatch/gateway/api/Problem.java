package io.stackwatch.gateway.api;

import java.util.Optional;

/**
 * Why a request was not served (RFC 9457).
 *
 * @param where which parameter or field was wrong
 * @param expected what would have been right
 */
record Problem(
        String type, String title, int status, String detail, Optional<String> where, Optional<String> expected) {

    static Problem badParameter(String where, String detail, String expected) {
        return new Problem("about:blank", "Bad Request", 400, detail, Optional.of(where), Optional.of(expected));
    }

    static Problem badRequest(String detail) {
        return new Problem("about:blank", "Bad Request", 400, detail, Optional.empty(), Optional.empty());
    }

    static Problem notFound(String what, String id) {
        return new Problem(
                "about:blank",
                "Not Found",
                404,
                "there is no " + what + " '" + id + "'",
                Optional.of("id"),
                Optional.empty());
    }

    static Problem conflict(String detail) {
        return new Problem("about:blank", "Conflict", 409, detail, Optional.empty(), Optional.empty());
    }

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, Optional.empty(), Optional.empty());
    }
}
