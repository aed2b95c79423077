package io.stackwatch.simulator.plant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of plant kinds that comes with the simulator ({@code plants.csv}); immutable. */
public final class PlantKinds {

    private final Map<String, PlantKind> kinds;

    private PlantKinds(Map<String, PlantKind> kinds) {
        this.kinds = kinds;
    }

    /** Reads the table from the class path. */
    public static PlantKinds load() {
        try (InputStream in = PlantKinds.class.getResourceAsStream("plants.csv")) {
            if (in == null) {
                throw new IllegalStateException("plants.csv is not on the class path");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            Map<String, PlantKind> kinds = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                PlantKind kind = row(line.split(",", -1));
                kinds.put(kind.name(), kind);
            }
            return new PlantKinds(kinds);
        } catch (IOException e) {
            throw new UncheckedIOException("plants.csv cannot be read", e);
        }
    }

    /** The kind of that name; empty if the table has none. */
    public Optional<PlantKind> named(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** All names, in the order of the table. */
    public Set<String> names() {
        return Set.copyOf(kinds.keySet());
    }

    private static PlantKind row(String[] cells) {
        double[] figures = new double[12];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = Double.parseDouble(cells[i + 2]);
        }
        return new PlantKind(
                cells[0],
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6],
                figures[7],
                figures[8],
                figures[9],
                figures[10],
                figures[11]);
    }
}
