package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.plant.PlantKinds;
import io.stackwatch.simulator.report.FactorTable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario file; goes on after a logger that is wrong, so that all of them are named at once. */
public final class ScenarioReader {

    private static final Set<String> KEYS = Set.of("title", "zone", "start", "scale", "defaults", "cuts", "loggers");
    private static final int LONGEST_FILE = 20_000_000;

    private final PlantKinds kinds = PlantKinds.load();
    private final FactorTable factors = FactorTable.load();

    /**
     * Reads a file.
     *
     * @param start overrides the file's start
     * @param now the start if neither says one
     */
    public Scenario read(Path file, Optional<Instant> start, Instant now) throws IOException, ScenarioRefused {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file.toString(), text, start, now);
        }
    }

    /** As {@link #read(Path, Optional, Instant)}, from a text with a name. */
    public Scenario read(String name, Reader text, Optional<Instant> start, Instant now) throws ScenarioRefused {
        Section file = Section.of(name, "", compose(name, text), KEYS);
        ZoneId zone = zone(file);
        Instant begins = start.isPresent() ? start.get() : start(file, now);
        Optional<Section> defaults = file.section("defaults", LoggerReader.KEYS);
        Moments moments = new Moments(begins, zone);
        List<Window> cuts = moments.windows(file, "cuts");
        LoggerReader reader = new LoggerReader(kinds, factors, zone, moments, new TraitsReader(moments, begins));
        List<LoggerPlan> loggers = new ArrayList<>();
        List<ScenarioProblem> problems = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int index = 0;
        for (Node item : file.items("loggers")) {
            String path = "loggers[" + index++ + "]";
            try {
                Section own = Section.of(name, path, item, LoggerReader.KEYS);
                LoggerPlan plan = reader.read(defaults.map(own::orElse).orElse(own), index);
                Integer before = seen.put(plan.identity().mn().value(), index);
                if (before != null) {
                    throw own.refused(
                            "mn", "an MN that no other logger has", "the one of loggers[" + (before - 1) + "]");
                }
                loggers.add(plan.cutOffToo(cuts));
            } catch (ScenarioRefused refused) {
                problems.addAll(refused.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ScenarioRefused(problems);
        }
        if (loggers.isEmpty()) {
            throw file.refused("loggers", "at least one logger", "none");
        }
        return new Scenario(file.text("title", name), zone, begins, scale(file), loggers);
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
