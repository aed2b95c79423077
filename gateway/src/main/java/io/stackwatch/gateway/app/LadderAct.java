package io.stackwatch.gateway.app;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody does on the ladder of the demonstration: a row of its script.
 *
 * @param at when
 * @param file in which file, by its name in the script
 * @param strand in which strand; {@code -} opens the file
 * @param kind what
 * @param by who
 * @param role as what
 * @param second the second officer; empty text if there is none
 * @param carries what the act carries, as the script says it
 * @param reason why
 */
record LadderAct(
        Instant at,
        String file,
        String strand,
        String kind,
        String by,
        String role,
        String second,
        Map<String, String> carries,
        String reason) {

    LadderAct {
        carries = Map.copyOf(carries);
    }

    /** The rows, in their order. */
    static List<LadderAct> script() {
        return DataTable.resource(LadderAct.class, "demo/ladder-acts.csv").rows().stream()
                .map(LadderAct::of)
                .toList();
    }

    private static LadderAct of(DataTable.Row row) {
        return new LadderAct(
                LocalDateTime.parse(row.text("at")).atZone(LegalTime.ZONE).toInstant(),
                row.text("file"),
                row.text("strand"),
                row.text("act"),
                row.text("by"),
                row.text("role"),
                row.optional("second").orElse(""),
                carried(row.optional("carries").orElse("")),
                row.text("reason"));
    }

    private static Map<String, String> carried(String words) {
        Map<String, String> carries = new LinkedHashMap<>();
        for (String word : words.isEmpty() ? List.<String>of() : List.of(words.split(" ", -1))) {
            int equals = word.indexOf('=');
            carries.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return carries;
    }

    /** Whether it opens its file. */
    boolean opens() {
        return strand.equals("-");
    }
}
