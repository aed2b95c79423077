package io.stackwatch.gateway.api;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.CheckResult;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.ActOrder;
import io.stackwatch.gateway.casework.OpenOrder;
import io.stackwatch.gateway.casework.RegroupOrder;
import io.stackwatch.gateway.casework.Who;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bodies of acts in cases, as the contract has let them pass. Pure. */
final class CaseBody {

    private CaseBody() {}

    static Who who(JsonObject body) {
        return new Who(
                read(body, "by", "the identity of a registered person", PersonId::new),
                Role.valueOf(body.getString("role")));
    }

    /** Who acts for an enterprise: the role follows from the address. */
    static Who enterprise(JsonObject body) {
        return new Who(read(body, "by", "the identity of a registered person", PersonId::new), Role.ENTERPRISE);
    }

    static OpenOrder opening(JsonObject body) {
        Who by = who(body);
        String reason = body.getString("reason");
        if (body.containsKey("candidate") == (body.containsKey("county") && body.containsKey("month"))) {
            throw new Refusal(Problem.badParameter(
                    "body",
                    "the body names a candidate and a county, or neither",
                    "'candidate', or 'county' and 'month'"));
        }
        return body.containsKey("candidate")
                ? new OpenOrder.OfCandidate(
                        read(body, "candidate", "the id of a candidate case", CaseId::new),
                        body.getBoolean("livelihood", false),
                        body.getBoolean("harm", false),
                        by,
                        reason)
                : new OpenOrder.OfCounty(
                        read(body, "county", "a code such as 371524", RegionCode::new),
                        read(body, "month", "a month such as 2026-11", YearMonth::parse),
                        by,
                        reason);
    }

    static RegroupOrder merge(CaseFileId file, JsonObject body) {
        return new RegroupOrder.Merge(file, new CaseFileId(body.getString("ends")), asks(body));
    }

    static RegroupOrder split(CaseFileId file, JsonObject body) {
        Set<FactorCode> factors = texts(body, "factors").map(FactorCode::new).collect(Collectors.toSet());
        Set<Instant> hours = texts(body, "hours").map(CaseBody::hour).collect(Collectors.toSet());
        if (factors.isEmpty() && hours.isEmpty()) {
            throw new Refusal(Problem.badParameter(
                    "body", "the body names neither a factor nor an hour", "'factors', 'hours', or both"));
        }
        return new RegroupOrder.Split(file, factors, hours, asks(body));
    }

    private static Stream<String> texts(JsonObject body, String name) {
        return body.getJsonArray(name, new JsonArray()).stream().map(String::valueOf);
    }

    private static Instant hour(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.badParameter(
                    "body field hours", "hours has '" + text + "'", "instants such as 2026-10-08T00:00:00Z"));
        }
    }

    private static RegroupOrder.Asks asks(JsonObject body) {
        return new RegroupOrder.Asks(who(body), second(body), body.getString("reason"));
    }

    private static Optional<Who> second(JsonObject body) {
        return optional(body, "second", "the identity of a registered person", PersonId::new)
                .map(second -> new Who(second, Role.OFFICER));
    }

    static ActOrder act(CaseFileId file, Who by, JsonObject body) {
        return new ActOrder(
                file,
                strand(body),
                ActKind.valueOf(body.getString("kind")),
                by,
                second(body),
                body.getString("reason"),
                carries(body),
                circumstances(body),
                body.getJsonArray("proofs", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .map(proof -> new ActOrder.NamedProof(proof.getString("name"), proof.getString("sha256")))
                        .toList());
    }

    static Strand strand(JsonObject body) {
        return read(body, "strand", "a strand such as ORDER-2", Strand::parse);
    }

    static ActOrder.Carries carries(JsonObject body) {
        return new ActOrder.Carries(
                optional(body, "day", "a day such as 2026-11-24", LocalDate::parse),
                Optional.ofNullable(body.getString("number")),
                optional(body, "amount", "yuan and fen such as 200000.00", Yuan::of),
                optional(body, "found", "a result of a check", CheckResult::valueOf),
                Optional.ofNullable(body.getString("proof")));
    }

    static Map<CircumstanceId, String> circumstances(JsonObject body) {
        return body.getJsonObject("circumstances", new JsonObject()).stream()
                .collect(Collectors.toMap(
                        entry -> new CircumstanceId(entry.getKey()), entry -> String.valueOf(entry.getValue())));
    }

    private static <T> Optional<T> optional(
            JsonObject body, String name, String expected, Function<String, T> reading) {
        return body.getString(name) == null ? Optional.empty() : Optional.of(read(body, name, expected, reading));
    }

    private static <T> T read(JsonObject body, String name, String expected, Function<String, T> reading) {
        String text = body.getString(name);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(Problem.badParameter("body field " + name, name + " is '" + text + "'", expected));
        }
    }
}
