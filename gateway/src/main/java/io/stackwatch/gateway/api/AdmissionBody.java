package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.registry.SheetError;
import io.stackwatch.gateway.station.AdmissionOrder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of an admission: its fields are the columns of {@code stations.csv} in the spelling of the contract. Pure. */
final class AdmissionBody {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("outlet", "outlet"),
            Map.entry("edition", "edition"),
            Map.entry("crc", "crc"),
            Map.entry("passwordPolicy", "password_policy"),
            Map.entry("password", "password"),
            Map.entry("minuteIntervalMinutes", "minute_interval_min"),
            Map.entry("labelAtEnd", "label_at_end"),
            Map.entry("units", "units"),
            Map.entry("encryption", "encryption"),
            Map.entry("plaintext", "plaintext"),
            Map.entry("answerWithinSeconds", "answer_within_s"),
            Map.entry("resends", "resends"),
            Map.entry("resultWithinSeconds", "result_within_s"),
            Map.entry("outstanding", "outstanding"),
            Map.entry("refusedFindings", "refused_findings"),
            Map.entry("peers", "peers"),
            Map.entry("from", "from"),
            Map.entry("until", "until"));

    private AdmissionBody() {}

    static AdmissionOrder order(JsonObject body) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach((field, column) -> {
            if (body.containsKey(field)) {
                cells.put(column, cell(body.getValue(field)));
            }
        });
        return new AdmissionOrder(
                body.getString("by"),
                body.getString("reason"),
                mn(body, "mn"),
                cells,
                body.getBoolean("passwordFromFrames", false),
                body.getBoolean("onlyThisHost", false),
                mn(body, "replaces"),
                Optional.ofNullable(body.getLong("frame")));
    }

    private static Optional<Mn> mn(JsonObject body, String field) {
        return Optional.ofNullable(body.getString(field)).map(Mn::new);
    }

    private static String cell(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof JsonArray words) {
            return words.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return String.valueOf(value);
    }

    /** What is wrong with what was stated, in the words of the contract. */
    static Problem problem(List<SheetError> errors) {
        SheetError first = errors.get(0);
        return Problem.badParameter(
                "body field " + field(first.column()),
                errors.stream()
                        .map(error -> field(error.column()) + " is '" + error.found() + "'")
                        .collect(Collectors.joining("; ")),
                first.expected());
    }

    private static String field(String column) {
        return COLUMNS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
    }
}
