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
    private static final String INDENT = "        ";

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

    /** What was done, and how the file stands. */
    static List<String> after(LadderAct act, JsonNode file) {
        List<String> lines = new ArrayList<>();
        JsonNode acts = file.path("acts");
        JsonNode deed = acts.path(acts.size() - 1);
        StringBuilder line =
                new StringBuilder(act.file() + " " + deed.path("strand").asText() + " " + act.kind() + " by " + act.by()
                        + (act.second().isEmpty() ? "" : " and " + act.second()) + ": " + act.reason());
        text(deed.path("number")).ifPresent(number -> line.append(", ").append(number));
        text(deed.path("amount")).ifPresent(amount -> line.append(", ")
                .append(amount)
                .append(" ")
                .append(deed.path("amountInWords").asText()));
        lines.add(line.toString());
        deed.path("calculation").forEach(words -> lines.add(INDENT + words.asText()));
        lines.add(INDENT + "stands: " + stages(file));
        lines.add(INDENT + deadlines(file, deed.path("strand").asText()));
        return lines;
    }

    private static String stages(JsonNode file) {
        List<String> stages = new ArrayList<>();
        file.path("strands")
                .forEach(strand -> stages.add(strand.path("strand").asText() + " "
                        + strand.path("stage").asText()));
        return String.join(", ", stages);
    }

    /** The last days that run in a strand, and how many run in others. */
    private static String deadlines(JsonNode file, String strand) {
        List<String> running = new ArrayList<>();
        int others = 0;
        for (JsonNode due : file.path("deadlines")) {
            boolean runs = due.path("standing").asText().equals("RUNNING");
            if (runs && due.path("strand").asText().equals(strand)) {
                running.add(due.path("period").asText() + " "
                        + due.path("lastDay").asText() + " " + due.path("owner").asText()
                        + (due.path("passed").asBoolean() ? " (passed)" : ""));
            } else if (runs) {
                others++;
            }
        }
        return "last days: " + (running.isEmpty() ? "none" : String.join(", ", running))
                + (others == 0 ? "" : "; in other strands " + others);
    }

    /** The amount that was named last in a strand. */
    static String named(JsonNode file, String strand) {
        String named = "";
        for (JsonNode act : file.path("acts")) {
            if (act.path("strand").asText().equals(strand)) {
                named = text(act.path("amount")).orElse(named);
            }
        }
        return named;
    }

    /** The round of daily penalty that a strand is about: the last one up to the re-check of its order. */
    static JsonNode round(JsonNode file, String strand) {
        JsonNode round = MissingNode.getInstance();
        String number = strand.substring(strand.lastIndexOf('-') + 1);
        for (JsonNode daily : file.path("money").path("dailyPenalty")) {
            if (daily.path("order").asText().equals(number)) {
                for (JsonNode one : daily.path("rounds")) {
                    round = one;
                }
            }
        }
        return round;
    }

    /** The surcharge of a strand as of today. */
    static JsonNode surcharge(JsonNode file, String strand) {
        for (JsonNode late : file.path("money").path("surcharges")) {
            if (late.path("strand").asText().equals(strand)) {
                return late;
            }
        }
        return MissingNode.getInstance();
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
            JsonNode trail = api.get(FILES + one.getValue() + "/trail/verification");
            lines.add(INDENT + "audit trail of the file: " + whole(trail));
            if (file.path("summary").hasNonNull("outlet")) {
                lines.add(INDENT + "evidence: /api/v1/cases/" + one.getValue() + "/evidence");
            }
        }
        lines.add("");
        lines.add("  audit trail: " + whole(api.get("/api/v1/audit-trail/verification")));
        return lines;
    }

    private static void money(List<String> lines, JsonNode money) {
        text(money.path("originalFine")).ifPresent(fine -> lines.add(INDENT + "fine " + fine));
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
        documents.forEach(paper -> text(paper.path("number")).ifPresent(numbered::add));
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

    private static Optional<String> text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }
}
