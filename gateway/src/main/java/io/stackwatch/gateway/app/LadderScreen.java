package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody reads of a case file on the ladder of the demonstration: how it stands, its last days, its amounts. */
final class LadderScreen {

    /** In front of what is told about an act. */
    static final String INDENT = "        ";

    private LadderScreen() {}

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

    /** What stands in a field, if anything does. */
    static Optional<String> text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }
}
