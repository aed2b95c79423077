package io.stackwatch.simulator.scenario;

import io.stackwatch.simulator.boiler.BoilerPlan;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario file of boilers; goes on after a boiler that is wrong, so that all of them are named at once. */
public final class BoilerScenarioReader {

    private static final Set<String> KEYS = Set.of("title", "zone", "start", "scale", "server", "defaults", "boilers");
    private static final Set<String> SERVER_KEYS =
            Set.of("interval", "history", "transfer", "anonymous", "clients", "users", "faults");

    /**
     * Reads a file.
     *
     * @param start overrides the file's start
     * @param now the start if neither says one
     */
    public BoilerScenario read(Path file, Optional<Instant> start, Instant now) throws IOException, ScenarioRefused {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file.toString(), text, start, now);
        }
    }

    /** As {@link #read(Path, Optional, Instant)}, from a text with a name. */
    public BoilerScenario read(String name, Reader text, Optional<Instant> start, Instant now) throws ScenarioRefused {
        ScenarioHead head = ScenarioHead.read(name, text, KEYS, start, now);
        Section file = head.file();
        DisorderReader disorders = new DisorderReader(new Moments(head.start(), head.zone()));
        Optional<Section> server = file.section("server", SERVER_KEYS);
        ServerTraits traits = server.isPresent() ? traits(server.get()) : ServerTraits.defaults();
        List<Disorder> wrong =
                server.isPresent() ? disorders.read(server.get(), Set.of(DisorderKind.Scope.SERVER)) : List.of();
        BoilerReader reader = new BoilerReader(new Moments(head.start(), head.zone()), disorders);
        List<BoilerPlan> boilers = boilers(name, file, reader);
        if (boilers.isEmpty()) {
            throw file.refused("boilers", "at least one boiler", "none");
        }
        return new BoilerScenario(head.title(), head.zone(), head.start(), head.scale(), traits, wrong, boilers);
    }

    private static List<BoilerPlan> boilers(String name, Section file, BoilerReader reader) throws ScenarioRefused {
        Optional<Section> defaults = file.section("defaults", BoilerReader.KEYS);
        List<BoilerPlan> boilers = new ArrayList<>();
        List<ScenarioProblem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (Node item : file.items("boilers")) {
            String path = "boilers[" + index++ + "]";
            try {
                Section own = Section.of(name, path, item, BoilerReader.KEYS);
                for (BoilerPlan plan : reader.read(defaults.map(own::orElse).orElse(own), boilers.size() + 1)) {
                    if (!seen.add(plan.name())) {
                        throw own.refused("name", "a name that no other boiler has", "'" + plan.name() + "'");
                    }
                    boilers.add(plan);
                }
            } catch (ScenarioRefused refused) {
                problems.addAll(refused.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ScenarioRefused(problems);
        }
        return boilers;
    }

    private static ServerTraits traits(Section server) throws ScenarioRefused {
        ServerTraits usual = ServerTraits.defaults();
        return new ServerTraits(
                between(server, "interval", usual.interval(), Duration.ofSeconds(1), Duration.ofHours(1)),
                between(server, "history", usual.history(), Duration.ZERO, ServerTraits.LONGEST_HISTORY),
                server.yes("transfer", usual.transfer()),
                server.yes("anonymous", usual.anonymous()),
                anyClient(server),
                users(server));
    }

    private static Duration between(Section server, String key, Duration otherwise, Duration least, Duration most)
            throws ScenarioRefused {
        Duration value = server.duration(key, otherwise);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw server.refused(key, least + " to " + most, server.text(key));
        }
        return value;
    }

    private static boolean anyClient(Section server) throws ScenarioRefused {
        String text = server.text("clients", "trusted");
        return switch (text) {
            case "any" -> true;
            case "trusted" -> false;
            default -> throw server.refused("clients", "trusted or any", "'" + text + "'");
        };
    }

    private static Map<String, String> users(Section server) throws ScenarioRefused {
        Map<String, String> users = new LinkedHashMap<>();
        for (Section user : server.sections("users", Set.of("name", "password"))) {
            if (users.put(user.text("name"), user.text("password")) != null) {
                throw user.refused("name", "each user once", "'" + user.text("name") + "'");
            }
        }
        return users;
    }
}
