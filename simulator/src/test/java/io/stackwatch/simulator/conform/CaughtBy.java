package io.stackwatch.simulator.conform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A table of what is wrong and which cases must catch it: one pair a line. */
final class CaughtBy {

    private CaughtBy() {}

    static <E extends Enum<E>> Map<E, List<String>> read(String table, Class<E> kinds) throws IOException {
        Map<E, List<String>> rows = new TreeMap<>();
        try (InputStream resource = Objects.requireNonNull(CaughtBy.class.getResourceAsStream(table))) {
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] words = line.strip().split(" ", -1);
                        rows.computeIfAbsent(Enum.valueOf(kinds, words[0]), ignored -> new ArrayList<>())
                                .add(words[1]);
                    });
        }
        return rows;
    }
}
