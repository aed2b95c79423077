package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pretended people of the ladder at the desk: they see what they act on, read amounts from the screen, and act, all over the API. For
 * one thread.
 */
final class LadderDesk {

    private static final String FILES = "/api/v1/case-files";
    private static final Set<String> OF_DISCRETION = Set.of("ratio", "factors", "flow", "gas", "period", "times");
    private static final int RATIO_DECIMALS = 2;

    private final DemoApi api;
    private final LadderWatch watch;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, JsonNode> candidates = new HashMap<>();

    LadderDesk(DemoApi api) {
        this.api = api;
        this.watch = new LadderWatch(api);
    }

    /** Whether what the act is about is there; a candidate, or a month that is closed, is waited for. */
    boolean ready(LadderAct act) throws IOException, InterruptedException {
        if (!act.opens()) {
            return true;
        }
        String outlet = act.carries().get("outlet");
        if (outlet == null) {
            return watch.frozen(act.carries().getOrDefault("month", ""));
        }
        Optional<JsonNode> found = watch.candidate(outlet);
        found.ifPresent(candidate -> candidates.put(act.file(), candidate));
        return found.isPresent();
    }

    /**
     * Does it, and says what the desk answers, in lines.
     *
     * @throws LadderRefusal with what the desk says, if it refuses
     */
    List<String> act(LadderAct act) throws IOException, InterruptedException, LadderRefusal {
        try {
            return act.opens() ? open(act) : step(act);
        } catch (DemoApi.Refused refused) {
            String id = ids.get(act.file());
            JsonNode strands = id == null
                    ? MissingNode.getInstance()
                    : api.get(FILES + "/" + id).path("strands");
            throw new LadderRefusal(act, strands, refused);
        }
    }

    /** The ids of the files, by their names in the script. */
    Map<String, String> files() {
        return Map.copyOf(ids);
    }

    /** The paths of the files and what is to be paid in them, and whether the trail is whole. */
    List<String> end() throws IOException, InterruptedException {
        return watch.end(ids);
    }

    /** Whether the audit trail is as it was written. */
    boolean trailIsWhole() throws IOException, InterruptedException {
        return watch.trail().path("whole").asBoolean();
    }

    private List<String> open(LadderAct act) throws IOException, InterruptedException {
        Map<String, Object> body = signed(act);
        List<String> lines = new ArrayList<>();
        JsonNode candidate = candidates.get(act.file());
        if (candidate == null) {
            body.put("county", act.carries().getOrDefault("county", ""));
            body.put("month", act.carries().getOrDefault("month", ""));
            lines.addAll(watch.proposed(
                    act.carries().getOrDefault("month", ""), act.carries().getOrDefault("county", "")));
        } else {
            body.put("candidate", candidate.path("id").asText());
            body.put("livelihood", Boolean.parseBoolean(act.carries().getOrDefault("livelihood", "false")));
            lines.addAll(watch.found(candidate));
        }
        JsonNode file = api.post(FILES, body);
        ids.put(act.file(), file.path("summary").path("id").asText());
        lines.addAll(LadderScreen.after(act, file));
        return lines;
    }

    private List<String> step(LadderAct act) throws IOException, InterruptedException {
        String id = Optional.ofNullable(ids.get(act.file())).orElseThrow();
        Map<String, Object> body = signed(act);
        body.put("strand", act.strand());
        body.put("kind", act.kind());
        for (String name : List.of("found", "proof", "day", "number")) {
            Optional.ofNullable(act.carries().get(name)).ifPresent(value -> body.put(name, value));
        }
        List<String> lines = new ArrayList<>();
        if (act.carries().containsKey("rates")) {
            lines.add(look(act, id, body));
        }
        if (act.carries().containsKey("amount")) {
            body.put("amount", amount(act, id, body));
        }
        JsonNode after = api.post(address(act, id), body);
        lines.addAll(LadderScreen.after(act, act.role().equals("ENTERPRISE") ? api.get(FILES + "/" + id) : after));
        return lines;
    }

    /** Looks at a month of the file's county, and finds what it shows. */
    private String look(LadderAct act, String id, Map<String, Object> body) throws IOException, InterruptedException {
        String month = act.carries().getOrDefault("rates", "");
        String county = api.get(FILES + "/" + id).path("summary").path("county").asText();
        JsonNode rates = watch.rate(month, county);
        body.put("found", rates.path("line").path("passes").asBoolean() ? "GOOD" : "BAD");
        return LadderWatch.rate(month, rates);
    }

    /** An enterprise acts at its own address, where its role is not asked. */
    private String address(LadderAct act, String id) throws IOException, InterruptedException {
        return act.role().equals("ENTERPRISE")
                ? "/api/v1/enterprises/"
                        + api.get(FILES + "/" + id)
                                .path("summary")
                                .path("enterprise")
                                .asText()
                        + "/case-files/" + id + "/acts"
                : FILES + "/" + id + "/acts";
    }

    private static Map<String, Object> signed(LadderAct act) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("by", act.by());
        if (!act.role().equals("ENTERPRISE")) {
            body.put("role", act.role());
        }
        if (!act.second().isEmpty()) {
            body.put("second", act.second());
        }
        body.put("reason", act.reason());
        return body;
    }

    /** The amount of an act, as somebody reads it on the screen before. */
    private String amount(LadderAct act, String id, Map<String, Object> body) throws IOException, InterruptedException {
        String rule = act.carries().getOrDefault("amount", "");
        JsonNode file = api.get(FILES + "/" + id);
        return switch (rule) {
            case "proposed" -> {
                Map<String, String> found = circumstances(act);
                body.put("circumstances", found);
                JsonNode proposal = api.post(FILES + "/" + id + "/fine-proposal", Map.of("circumstances", found));
                yield proposal.path("amount").asText();
            }
            case "named" -> LadderScreen.named(file, act.strand());
            case "daily" ->
                LadderScreen.round(file, act.strand()).path("amount").asText();
            case "surcharge" ->
                LadderScreen.surcharge(file, act.strand()).path("amount").asText();
            default -> rule;
        };
    }

    private Map<String, String> circumstances(LadderAct act) {
        Map<String, String> found = new LinkedHashMap<>();
        act.carries().forEach((name, value) -> {
            if (OF_DISCRETION.contains(name)) {
                found.put(name, value.equals("hours") ? ratio(act.file()) : value);
            }
        });
        return found;
    }

    /** By how much of the limit the worst hour is above it. */
    private String ratio(String file) {
        JsonNode candidate = Optional.ofNullable(candidates.get(file)).orElseThrow();
        BigDecimal worst = new BigDecimal(candidate.path("worstValue").asText());
        BigDecimal limit = new BigDecimal(candidate.path("limit").asText());
        return worst.subtract(limit)
                .divide(limit, RATIO_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
