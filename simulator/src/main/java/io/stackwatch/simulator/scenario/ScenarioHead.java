package io.stackwatch.simulator.scenario;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What every scenario file begins with.
 *
 * @param file all of it
 * @param title what it shows, in a line
 * @param zone whose days count
 * @param start when it begins
 * @param scale how many seconds pass in a second
 */
record ScenarioHead(Section file, String title, ZoneId zone, Instant start, double scale) {

    private static final int LONGEST_FILE = 20_000_000;

    /**
     * Reads a text with a name.
     *
     * @param known all keys that the file may have
     * @param start overrides the file's start
     * @param now the start if neither says one
     */
    static ScenarioHead read(String name, Reader text, Set<String> known, Optional<Instant> start, Instant now)
            throws ScenarioRefused {
        Section file = Section.of(name, "", compose(name, text), known);
        ZoneId zone = zone(file);
        Instant begins = start.isPresent() ? start.get() : start(file, now);
        return new ScenarioHead(file, file.text("title", name), zone, begins, scale(file));
    }

    private static Node compose(String name, Reader text) throws ScenarioRefused {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_FILE);
        options.setMaxAliasesForCollections(50);
        try {
            return new Yaml(options).compose(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ScenarioRefused(
                    new ScenarioProblem(name, line, "(file)", "YAML", String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            throw new ScenarioRefused(new ScenarioProblem(name, 1, "(file)", "YAML", String.valueOf(e.getMessage())));
        }
    }

    private static double scale(Section file) throws ScenarioRefused {
        double scale = file.positive("scale", 1);
        if (scale > 100_000) {
            throw file.refused("scale", "at most 100000", file.text("scale"));
        }
        return scale;
    }

    private static ZoneId zone(Section file) throws ScenarioRefused {
        String text = file.text("zone", "Asia/Shanghai");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw file.refused("zone", "a time zone such as Asia/Shanghai", "'" + text + "'");
        }
    }

    private static Instant start(Section file, Instant now) throws ScenarioRefused {
        if (!file.has("start")) {
            return now;
        }
        String text = file.text("start");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw file.refused("start", "an instant such as 2026-11-23T08:00:00+08:00", "'" + text + "'");
        }
    }
}
