package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.plant.PlantKinds;
import io.stackwatch.simulator.report.FactorTable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario file; goes on after a logger that is wrong, so that all of them are named at once. */
public final class ScenarioReader {

    private static final Set<String> KEYS = Set.of("title", "zone", "start", "scale", "defaults", "cuts", "loggers");

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
        ScenarioHead head = ScenarioHead.read(name, text, KEYS, start, now);
        Section file = head.file();
        ZoneId zone = head.zone();
        Instant begins = head.start();
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
        return new Scenario(head.title(), zone, begins, head.scale(), loggers);
    }
}
