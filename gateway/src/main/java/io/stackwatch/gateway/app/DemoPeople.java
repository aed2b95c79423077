package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The pretended people of the month: one of an enterprise files that an outlet stands, and an officer decides about it if the machine
 * found that its figures do not agree. For one thread.
 */
final class DemoPeople {

    /** The outlet that stands. */
    static final String OUTLET = "DEMO-DA017";

    /** From when on it is cold. */
    static final Instant STOP = Instant.parse("2026-11-10T00:00:00+08:00");

    /** When it is lit again. */
    static final Instant UNTIL = Instant.parse("2026-11-15T08:00:00+08:00");

    private static final String MARKS = "/api/v1/marks";

    private final DemoApi api;
    private Optional<String> filed = Optional.empty();
    private boolean settled;

    DemoPeople(DemoApi api) {
        this.api = api;
    }

    /** Does what is to be done by now; says what was done, in a line. */
    Optional<String> act(Instant now) throws IOException, InterruptedException {
        if (settled || now.isBefore(STOP)) {
            return Optional.empty();
        }
        if (filed.isEmpty()) {
            return Optional.of(file());
        }
        JsonNode mark = api.get(MARKS + "/" + filed.get());
        return switch (mark.path("state").asText()) {
            case "AWAITING_DATA" -> Optional.empty();
            case "PENDING" -> Optional.of(approve(mark));
            default -> {
                settled = true;
                yield Optional.of(
                        "stop " + filed.get() + " is " + mark.path("state").asText());
            }
        };
    }

    private String file() throws IOException, InterruptedException {
        JsonNode mark = api.post(
                MARKS,
                Map.of(
                        "outlet",
                        OUTLET,
                        "kind",
                        "STOP",
                        "from",
                        STOP.toString(),
                        "until",
                        UNTIL.toString(),
                        "reason",
                        "隧道窑停窑检修（演示）",
                        "by",
                        "王工（演示企业）"));
        filed = Optional.of(mark.path("id").asText());
        return "stop " + filed.get() + " of " + OUTLET + " filed, it is "
                + mark.path("state").asText();
    }

    private String approve(JsonNode mark) throws IOException, InterruptedException {
        JsonNode acts = mark.path("versions").path(0).path("acts");
        JsonNode found = acts.path(acts.size() - 1);
        JsonNode after = api.post(
                MARKS + "/" + filed.orElseThrow() + "/decision",
                Map.of("version", 1, "approve", true, "by", "李科长（演示）", "reason", "现场核实停窑，残余流量为自然通风（演示）"));
        settled = true;
        return "stop " + filed.get() + " waited for an officer ("
                + found.path("event").asText() + ": " + found.path("why").asText() + "): decided, it is "
                + after.path("state").asText();
    }
}
