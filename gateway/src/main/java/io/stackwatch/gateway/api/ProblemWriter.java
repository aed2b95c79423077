package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.ReadingLog;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a problem that says what, where, and what was expected, and nothing about our inside. */
final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final Pattern PARAMETER = Pattern.compile("(path|query|header|cookie) parameter (\\S+)");

    private final Json json;

    ProblemWriter(Json json) {
        this.json = json;
    }

    void write(RoutingContext context) {
        Problem problem = problem(context);
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        if (problem.status() == 503) {
            context.response().putHeader("Retry-After", "2");
        }
        context.response().end(json.write(problem));
    }

    private static Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.problem();
            }
            if (cause instanceof ValidatorException invalid) {
                return invalid(invalid);
            }
            if (cause instanceof ReadingLog.Unavailable) {
                return Problem.of(503, "Service Unavailable", "the history does not answer, try again later");
            }
        }
        int status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        return switch (status) {
            case 400 -> Problem.badRequest(message(failure, "the request cannot be understood"));
            case 404 -> Problem.of(404, "Not Found", "there is nothing at " + context.normalizedPath());
            case 405 ->
                Problem.of(
                        405,
                        "Method Not Allowed",
                        context.request().method() + " is not possible at " + context.normalizedPath());
            case 413 -> Problem.of(413, "Content Too Large", "the body is longer than this server takes");
            case 415 -> Problem.of(415, "Unsupported Media Type", "the body must be application/json");
            default -> {
                LOG.error(
                        "request failed; method={} path={} reason={}",
                        context.request().method(),
                        context.normalizedPath(),
                        String.valueOf(failure),
                        failure);
                yield Problem.of(500, "Internal Server Error", "something went wrong here; the log says what");
            }
        };
    }

    private static Problem invalid(ValidatorException invalid) {
        String detail = message(invalid, "the request does not follow the contract");
        Matcher parameter = PARAMETER.matcher(detail);
        String where = parameter.find() ? parameter.group() : "request";
        return new Problem(
                "about:blank",
                "Bad Request",
                400,
                detail,
                Optional.of(where),
                Optional.of("what /api/v1/openapi.yaml says about it"));
    }

    private static String message(@Nullable Throwable failure, String otherwise) {
        String message = failure == null ? null : failure.getMessage();
        return message == null ? otherwise : message;
    }
}
