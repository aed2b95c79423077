package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the desk and the gateway behind it answer on the ladder of the demonstration, told in lines. For one thread. */
final class LadderWatch {

    private static final String FILES = "/api/v1/case-files/";
    private static final String INDENT = LadderScreen.INDENT;

    private final DemoApi api;

    LadderWatch(DemoApi api) {
        this.api = api;
    }

    /** The newest candidate case of an outlet. */
    Optional<JsonNode> candidate(String outlet) throws IOException, InterruptedException {
        for (JsonNode one : api.get("/api/v1/cases").path("items")) {
            if (one.path("outlet").path("id").asText().equals(outlet)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Whether a month is closed. */
    boolean frozen(String month) throws IOException, InterruptedException {
        return api.find("/api/v1/months/" + month)
                .filter(file -> file.path("state").asText().equals("FROZEN"))
                .isPresent();
    }

    /** The alarm and the candidate. */
    List<String> found(JsonNode candidate) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        JsonNode outlet = candidate.path("outlet");
        for (JsonNode alarm : api.get(
                        "/api/v1/alarms?type=EX_H&outlet=" + outlet.path("id").asText())
                .path("items")) {
            lines.add(INDENT + "alarm " + alarm.path("type").asText() + " "
                    + alarm.path("level").asText() + " of "
                    + alarm.path("factor").path("name").asText() + " from "
                    + alarm.path("firstHour").asText() + ", raised "
                    + alarm.path("raisedAt").asText());
        }
        lines.add(INDENT + "candidate " + candidate.path("id").asText() + " of "
                + outlet.path("name").asText() + ", "
                + candidate.path("hours").asText() + " hours of "
                + candidate.path("day").asText() + ", worst "
                + candidate.path("worstValue").asText() + " of "
                + candidate.path("limit").asText() + " "
                + candidate.path("unit").asText() + ", opened by the machine "
                + candidate.path("openedAt").asText());
        return lines;
    }

    /** What a closed month says about a county. */
    List<String> proposed(String month, String county) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (JsonNode one : api.get("/api/v1/months/" + month + "/listing").path("items")) {
            if (one.path("county").asText().equals(county)) {
                lines.add(INDENT + month + " is frozen; " + one.path("name").asText() + ": proposed for listing "
                        + one.path("proposed").asText() + " " + one.path("causes"));
            }
        }
        return lines;
    }

    /** The rates of a county in a month, as they stand; missing if there are none. */
    JsonNode rate(String month, String county) throws IOException, InterruptedException {
        for (JsonNode one : api.get("/api/v1/rates?month=" + month).path("counties")) {
            if (one.path("code").asText().equals(county)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    /** A county's rates in a line. */
    static String rate(String month, JsonNode county) {
        JsonNode line = county.path("line");
        return INDENT + month + " of " + county.path("name").asText() + ": effective "
                + line.path("effectivePct").asText("unknown") + " %, "
                + line.path("valid").asText() + " of " + line.path("due").asText() + " hours";
    }

    /** The way of every file, its amounts, and whether it and the whole trail are as they were written. */
    List<String> end(Map<String, String> ids) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> one : ids.entrySet()) {
            JsonNode file = api.get(FILES + one.getValue());
            lines.add("");
            lines.add("  " + one.getKey() + "  " + FILES + one.getValue() + "  "
                    + (file.path("summary").path("open").asBoolean() ? "open" : "done") + ", fines "
                    + file.path("summary").path("amount").asText());
            file.path("strands")
                    .forEach(strand -> lines.add(INDENT + strand.path("strand").asText() + " "
                            + strand.path("chinese").asText() + ": " + path(strand)));
            money(lines, file.path("money"));
            lines.add(INDENT + papers(file.path("documents")));
            lines.add(INDENT + "as PDF or docx: " + FILES + one.getValue() + "/documents/{id}?format=pdf"
                    + ", where an officer has written its words; drafts: docs/recipes/work-on-a-case.md");
            JsonNode trail = api.get(FILES + one.getValue() + "/trail/verification");
            lines.add(INDENT + "audit trail of the file: " + whole(trail));
            if (file.path("summary").hasNonNull("outlet")) {
                lines.add(INDENT + "evidence: /api/v1/cases/" + one.getValue() + "/evidence");
            }
        }
        lines.add("");
        lines.add("  audit trail: " + whole(trail()));
        return lines;
    }

    /** What the verification of the whole audit trail finds. */
    JsonNode trail() throws IOException, InterruptedException {
        return api.get("/api/v1/audit-trail/verification");
    }

    private static void money(List<String> lines, JsonNode money) {
        LadderScreen.text(money.path("originalFine")).ifPresent(fine -> lines.add(INDENT + "fine " + fine));
        JsonNode longest = MissingNode.getInstance();
        for (JsonNode daily : money.path("dailyPenalty")) {
            longest = daily.path("rounds").size() > longest.path("rounds").size() ? daily : longest;
        }
        longest.path("rounds")
                .forEach(round ->
                        lines.add(INDENT + "round " + round.path("number").asText() + ": "
                                + round.path("from").asText() + " to "
                                + round.path("to").asText() + ", "
                                + round.path("days").asText() + " days, "
                                + round.path("amount").asText() + ", together "
                                + round.path("total").asText()));
        money.path("surcharges")
                .forEach(late ->
                        lines.add(INDENT + "surcharge of " + late.path("strand").asText() + " to "
                                + late.path("until").asText() + ": "
                                + late.path("amount").asText()
                                + (late.path("capped").asBoolean() ? ", capped" : "")));
    }

    private static String papers(JsonNode documents) {
        List<String> numbered = new ArrayList<>();
        documents.forEach(paper -> LadderScreen.text(paper.path("number")).ifPresent(numbered::add));
        return documents.size() + " documents, among them " + String.join(" ", numbered);
    }

    private static String path(JsonNode strand) {
        List<String> steps = new ArrayList<>();
        strand.path("path").forEach(step -> steps.add(step.asText()));
        return String.join(" ", steps);
    }

    private static String whole(JsonNode finding) {
        return finding.path("whole").asBoolean()
                ? "whole, " + finding.path("number").asText() + " rows"
                : "NOT WHOLE, " + finding;
    }
}
