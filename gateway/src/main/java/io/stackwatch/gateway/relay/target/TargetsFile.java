package io.stackwatch.gateway.relay.target;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.config.ConfigProblem;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.Entry;
import io.stackwatch.gateway.config.EntryReader;
import io.stackwatch.gateway.relay.target.Delivery.Answers;
import io.stackwatch.gateway.relay.target.RelayTarget.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the file of targets (format: docs/recipes/relay-to-a-platform.md) and finds everything that is wrong in it. */
public final class TargetsFile {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,16}");

    private final String source;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private TargetsFile(String source) {
        this.source = source;
    }

    /**
     * Reads a file's content.
     *
     * @param source name of the file, for messages
     * @throws ConfigRefused with every problem that was found, each with its line
     */
    public static RelayTargets read(String source, String yaml) throws ConfigRefused {
        TargetsFile file = new TargetsFile(source);
        RelayTargets targets =
                EntryReader.file(source, yaml, file.problems).map(file::targets).orElseGet(RelayTargets::none);
        if (!file.problems.isEmpty()) {
            throw new ConfigRefused(file.problems);
        }
        return targets;
    }

    private RelayTargets targets(EntryReader root) {
        List<RelayTarget> targets = new ArrayList<>();
        Map<TargetName, Integer> lines = new LinkedHashMap<>();
        List<Entry> items = root.items("targets");
        for (int i = 0; i < items.size(); i++) {
            EntryReader reader = new EntryReader(source, "targets[" + (i + 1) + "]", items.get(i), problems);
            Optional<RelayTarget> target = target(reader);
            reader.nothingElse();
            if (target.isPresent() && lines.putIfAbsent(target.get().name(), reader.line()) != null) {
                reader.problem(reader.line(), "name", target.get().name().value(), "each name once");
            } else {
                target.ifPresent(targets::add);
            }
        }
        root.nothingElse();
        oneControllerEach(targets, lines);
        return new RelayTargets(targets);
    }

    private Optional<RelayTarget> target(EntryReader reader) {
        Optional<TargetName> name = reader.required(
                "name", "a lower-case letter, then at most 31 letters, digits and hyphens", TargetName::new);
        Optional<PlatformKind> kind = reader.constant("kind", PlatformKind.class);
        Optional<String> host = reader.required("host", "a host name or address", TargetsFile::filled);
        Optional<Integer> port = reader.required("port", "a port from 1 to 65535", TargetsFile::port);
        Start start = reader.constant("start", Start.class).orElse(Start.NOW);
        Wanted wanted = wanted(reader.below("only"), reader.yes("heartbeats", false));
        Optional<Rewriting> rewriting =
                reader.has("rewrite") ? rewriting(reader, reader.below("rewrite")) : Optional.empty();
        Control control = control(reader.below("control"));
        Delivery delivery = delivery(reader);
        if (name.isEmpty() || host.isEmpty() || port.isEmpty() || (reader.has("rewrite") && rewriting.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new RelayTarget(
                name.get(),
                kind.orElse(PlatformKind.CITY),
                host.get(),
                port.get(),
                start,
                wanted,
                rewriting,
                control,
                delivery));
    }

    private static Wanted wanted(EntryReader only, boolean heartbeats) {
        Wanted wanted = new Wanted(
                only.set("regions", "codes such as 371502", RegionCode::new),
                only.set("outlets", "outlets such as DA001", OutletId::new),
                only.set("stations", "MNs", Mn::new),
                only.set("commands", "commands from 1000 to 9999", TargetsFile::command),
                only.set("connectors", "names such as hj212", TargetsFile::filled),
                heartbeats);
        only.nothingElse();
        return wanted;
    }

    private Optional<Rewriting> rewriting(EntryReader target, EntryReader rewrite) {
        Map<Mn, NewIdentity> identities = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        List<Entry> rows = rewrite.items("stations");
        for (int i = 0; i < rows.size(); i++) {
            EntryReader row = new EntryReader(source, "rewrite.stations[" + (i + 1) + "]", rows.get(i), problems);
            Optional<Mn> station = row.required("station", "the MN of a logger", Mn::new);
            Optional<String> mn = row.required("mn", "the MN that the platform has issued", TargetsFile::fieldText);
            Optional<String> password = row.secret("password", "1 to 32 plain characters", TargetsFile::fieldText);
            row.nothingElse();
            if (station.isEmpty() || mn.isEmpty()) {
                continue;
            }
            if (!taken.add(mn.get())) {
                row.problem(row.line(), "mn", mn.get(), "each MN of the platform once");
            }
            if (identities.put(station.get(), new NewIdentity(mn.get(), password)) != null) {
                row.problem(row.line(), "station", station.get().value(), "each station once");
            }
        }
        Map<String, String> codes = new HashMap<>();
        rewrite.entries("codes").forEach((code, to) -> {
            if (CODE.matcher(code).matches() && CODE.matcher(to.text()).matches()) {
                codes.put(code, to.text());
            } else {
                rewrite.problem(to.line(), "codes." + code, to.text(), "1 to 16 letters and digits on both sides");
            }
        });
        Optional<Edition> edition = rewrite.value("edition", "2005, 2017 or 2025", TargetsFile::edition);
        boolean answerBit = rewrite.yes("set-answer-bit", false);
        int maxSegment = rewrite.number("max-segment", Rewriting.STANDARD_SEGMENT);
        rewrite.nothingElse();
        try {
            return Optional.of(new Rewriting(identities, edition, codes, answerBit, maxSegment));
        } catch (IllegalArgumentException e) {
            target.problem(rewrite.line(), "rewrite", String.valueOf(e.getMessage()), "values that can be used");
            return Optional.empty();
        }
    }

    private static Control control(EntryReader control) {
        Control read = new Control(control.yes("all", false), control.set("stations", "MNs", Mn::new));
        control.nothingElse();
        return read;
    }

    private static Delivery delivery(EntryReader reader) {
        Delivery usual = Delivery.usual();
        try {
            return new Delivery(
                    reader.constant("answers", Answers.class).orElse(usual.answers()),
                    reader.duration("timeout", usual.timeout()),
                    reader.number("resends", usual.resends()),
                    reader.number("rounds", usual.rounds()),
                    reader.duration("rest", usual.rest()),
                    reader.duration("longest-rest", usual.longestRest()),
                    reader.number("in-flight", usual.inFlight()),
                    reader.duration("backlog-pause", usual.backlogPause()),
                    reader.duration("realtime-within", usual.realtimeWithin()),
                    reader.duration("reconnect", usual.reconnect()),
                    reader.duration("longest-reconnect", usual.longestReconnect()),
                    reader.yes("line-end", usual.lineEnd()));
        } catch (IllegalArgumentException e) {
            reader.problem(reader.line(), "(delivery)", String.valueOf(e.getMessage()), "values that can be used");
            return usual;
        }
    }

    /** Two hands on one logger undo each other's settings: 10.A of the protocol notes. */
    private void oneControllerEach(List<RelayTarget> targets, Map<TargetName, Integer> lines) {
        Map<String, TargetName> holders = new HashMap<>();
        for (RelayTarget target : targets) {
            Set<String> held = new HashSet<>();
            target.control().stations().forEach(mn -> held.add("station " + mn));
            if (target.control().all()) {
                held.add("every station that nobody names");
            }
            for (String what : held) {
                TargetName other = holders.putIfAbsent(what, target.name());
                if (other != null) {
                    problems.add(new ConfigProblem(
                            source,
                            lines.getOrDefault(target.name(), 0),
                            "targets." + target.name() + ".control",
                            what,
                            "one platform that commands it; " + other + " does"));
                }
            }
        }
    }

    private static String filled(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank");
        }
        return text;
    }

    private static String fieldText(String text) {
        return new NewIdentity(text, Optional.empty()).mn();
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }

    private static int command(String text) {
        int command = Integer.parseInt(text);
        if (command < 1_000 || command > 9_999) {
            throw new IllegalArgumentException(text);
        }
        return command;
    }

    private static Edition edition(String text) {
        return switch (text) {
            case "2005" -> Edition.HJT212_2005;
            case "2017" -> Edition.HJ212_2017;
            case "2025" -> Edition.HJ212_2025;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
