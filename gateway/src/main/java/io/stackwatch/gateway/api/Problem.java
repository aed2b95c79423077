package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.enforcement.StepDecision;
import java.util.List;
import java.util.Optional;

/**
 * Why a request was not served (RFC 9457).
 *
 * @param where which parameter or field was wrong
 * @param expected what would have been right
 * @param step the step of a case that was refused, if that is why
 * @param reason why the gate did not let it through, if that is why
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> where,
        Optional<String> expected,
        Optional<Step> step,
        Optional<String> reason) {

    Problem(String type, String title, int status, String detail, Optional<String> where, Optional<String> expected) {
        this(type, title, status, detail, where, expected, Optional.empty(), Optional.empty());
    }

    /** The same of the gate. */
    Problem because(String why) {
        return new Problem(type, title, status, detail, where, expected, step, Optional.of(why));
    }

    /**
     * A step of a case that may not be done.
     *
     * @param state where the strand stands; empty if it has not begun
     * @param found the guard that does not hold, in words; empty text if the table has no such row
     * @param path the way so far
     */
    record Step(String strand, Optional<String> state, String event, String reason, String found, List<String> path) {}

    static Problem refused(StepDecision.Refused why) {
        return new Problem(
                "about:blank",
                "Conflict",
                409,
                why.message(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Step(
                        why.strand().toString(),
                        why.state().map(Stage::name),
                        why.event().name(),
                        why.reason().name(),
                        why.detail(),
                        why.path())),
                Optional.empty());
    }

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
