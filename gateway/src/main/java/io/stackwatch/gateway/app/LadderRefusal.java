package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The desk does not do an act of the ladder. Its message is one line: what was asked, where the file stands, and why not. */
final class LadderRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param strands of the file, as the desk shows them; nothing if it is not opened
     */
    LadderRefusal(LadderAct act, JsonNode strands, DemoApi.Refused why) {
        super(line(act, strands, why), why, false, false);
    }

    private static String line(LadderAct act, JsonNode strands, DemoApi.Refused why) {
        String carried = act.carries().isEmpty() ? "" : " with " + act.carries();
        String strand = act.strand().equals("-") ? "" : act.strand() + " ";
        return "REFUSED " + act.file() + " " + strand + act.kind() + " by " + act.by() + " as " + act.role() + carried
                + "; stands: " + stages(strands) + "; why: " + why.status() + " " + oneLine(why.detail());
    }

    private static String stages(JsonNode strands) {
        List<String> stages = new ArrayList<>();
        strands.forEach(strand -> stages.add(
                strand.path("strand").asText() + " " + strand.path("stage").asText()));
        return stages.isEmpty() ? "not opened" : String.join(", ", stages);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
