package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.OwnedBy;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of a request that the contract has let pass, as the types that handlers work with. */
final class Parameters {

    private static final Duration LONGEST_PERIOD = Duration.ofDays(3_660);

    private final ValidatedRequest request;
    private final MultiMap query;

    /**
     * @param request what the contract has let pass
     * @param query the query parameters, decoded once; those of {@code request} were decoded twice by Vert.x 5.0, so that a
     *     plus sign is lost
     */
    Parameters(ValidatedRequest request, MultiMap query) {
        this.request = request;
        this.query = query;
    }

    String path(String name) {
        RequestParameter value = request.getPathParameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no " + name);
        }
        return String.valueOf(value.get());
    }

    long pathNumber(String name) {
        return Long.parseLong(path(name));
    }

    Instant pathInstant(String name) {
        String text = path(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Problem.badParameter(
                    "path parameter " + name,
                    name + " is '" + text + "'",
                    "a moment with offset, such as 2026-11-24T08:00:00+08:00"));
        }
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** Of whose outlets a list is asked for: its parameters {@code region} and {@code enterprise}. */
    OwnedBy owned() {
        return new OwnedBy(
                query("region").map(RegionCode::new), query("enterprise").map(EnterpriseId::new));
    }

    String required(String name) {
        return query(name).orElseThrow();
    }

    int number(String name, int otherwise) {
        return query(name).map(Integer::valueOf).orElse(otherwise);
    }

    /** The query parameter read by {@code reading}, which may throw IllegalArgumentException. */
    <T> Optional<T> query(String name, String expected, Function<String, T> reading) {
        return query(name).map(text -> {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new Refusal(
                        Problem.badParameter("query parameter " + name, name + " is '" + text + "'", expected));
            }
        });
    }

    JsonObject body() {
        return request.getBody().getJsonObject();
    }

    /** A body that is no JSON; empty if there is none. */
    byte[] bytes() {
        Buffer buffer = request.getBody() == null ? null : request.getBody().getBuffer();
        return buffer == null ? new byte[0] : buffer.getBytes();
    }

    /** The period that is asked for: the day before {@code now} when nothing is said. */
    Period period(Instant now) {
        Instant until = instant("until").orElse(now);
        Instant from = instant("from").orElse(until.minus(Duration.ofDays(1)));
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST_PERIOD) > 0) {
            throw new Refusal(Problem.badParameter(
                    "query parameters from and until",
                    "the period is " + from + " to " + until,
                    "from before until, at most ten years"));
        }
        return new Period(from, until);
    }

    /** A plus sign that nobody encoded arrives as a space, and can mean nothing else here. */
    private Optional<Instant> instant(String name) {
        return query(
                name,
                "an instant such as 2026-11-24T08:00:00+08:00 or 2026-11-24T00:00:00Z",
                text -> OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
    }

    /** A period {@code [from, until)}. */
    record Period(Instant from, Instant until) {}
}
