package io.stackwatch.gateway.api;

import io.stackwatch.core.marking.MarkCode;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.marking.FilingOrder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The bodies of filings, exemptions and decisions, as the contract has let them pass. Pure. */
final class MarkBody {

    private MarkBody() {}

    static FilingOrder order(Optional<MarkId> mark, JsonObject body) {
        return new FilingOrder(
                mark,
                body.getInteger("basedOn", 0),
                new OutletId(body.getString("outlet")),
                new MarkCode(body.getString("kind")),
                span(body),
                body.getJsonArray("factors", new JsonArray()).stream()
                        .map(code -> new FactorCode(String.valueOf(code)))
                        .collect(Collectors.toSet()),
                body.getString("reason"),
                proofs(body),
                body.getString("by"),
                body.getString("explanation", ""));
    }

    private static List<FilingOrder.NamedProof> proofs(JsonObject body) {
        return body.getJsonArray("proofs", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(proof -> new FilingOrder.NamedProof(proof.getString("name"), proof.getString("sha256")))
                .toList();
    }

    static Window span(JsonObject body) {
        Instant from = instant(body, "from");
        Instant until = instant(body, "until");
        if (!from.isBefore(until)) {
            throw new Refusal(Problem.badParameter(
                    "body fields from and until", "the span is " + from + " to " + until, "from before until"));
        }
        return new Window(from, until);
    }

    static Instant instant(JsonObject body, String name) {
        String text = body.getString(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Problem.badParameter(
                    "body field " + name, name + " is '" + text + "'", "an instant such as 2026-11-24T08:00:00+08:00"));
        }
    }
}
