package io.stackwatch.gateway.circular;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of parameters of rules as a Chinese circular names them: rows of {@code sources.csv}, by the text that stands in the
 * parameter's row. A source without a row is told as it stands. Immutable.
 */
public final class Sources {

    private final Map<String, String> chinese;

    private Sources(Map<String, String> chinese) {
        this.chinese = Map.copyOf(chinese);
    }

    /** Those that come with the program. */
    public static Sources load() {
        Map<String, String> chinese = new HashMap<>();
        for (List<String> row : Definitions.rows("sources.csv")) {
            if (chinese.put(row.get(0), row.get(1)) != null) {
                throw new IllegalStateException("sources.csv names '" + row.get(0) + "' twice");
            }
        }
        return new Sources(chinese);
    }

    /** In Chinese, as far as it is known. */
    public String chinese(String source) {
        return chinese.getOrDefault(source, source);
    }
}
