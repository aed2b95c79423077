package io.stackwatch.simulator.scenario;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.simulator.plant.Episode;
import io.stackwatch.simulator.plant.Outage;
import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.plant.PlantKind;
import io.stackwatch.simulator.plant.PlantKinds;
import io.stackwatch.simulator.plant.Quantity;
import io.stackwatch.simulator.report.Conversion;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.report.Factor;
import io.stackwatch.simulator.report.FactorTable;
import io.stackwatch.simulator.report.Identity;
import io.stackwatch.simulator.report.Mark;
import io.stackwatch.simulator.report.Recorder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one entry of {@code loggers}. */
final class LoggerReader {

    private static final Set<String> OWN_KEYS = Set.of(
            "name",
            "mn",
            "password",
            "edition",
            "plant",
            "size",
            "seed",
            "factors",
            "reference-oxygen",
            "realtime",
            "minute",
            "hours",
            "days",
            "delay",
            "answers",
            "episodes",
            "outages",
            "marks",
            "faults",
            "cuts",
            "backfill");

    static final Set<String> KEYS =
            Stream.of(OWN_KEYS, TraitsReader.KEYS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private static final String WINDOW_FROM = "from";
    private static final String WINDOW_TO = "to";

    private final PlantKinds kinds;
    private final FactorTable factors;
    private final ZoneId zone;
    private final Moments moments;
    private final TraitsReader traits;

    LoggerReader(PlantKinds kinds, FactorTable factors, ZoneId zone, Moments moments, TraitsReader traits) {
        this.kinds = kinds;
        this.factors = factors;
        this.zone = zone;
        this.moments = moments;
        this.traits = traits;
    }

    /** @param number of the entry, from 1: its seed unless it says another */
    LoggerPlan read(Section section, int number) throws ScenarioRefused {
        Identity identity = identity(section);
        FaultReader faults = new FaultReader(moments).read(section);
        return new LoggerPlan(
                section.text("name", identity.mn().value()),
                identity,
                recorder(section, number),
                intervals(section),
                section.yes("answers", true),
                traits.read(section, identity.edition()),
                faults.strikes(),
                faults.lapses(),
                moments.windows(section, "cuts"),
                backfill(section));
    }

    private static Identity identity(Section section) throws ScenarioRefused {
        String mn = section.text("mn");
        String password = section.text("password", "123456");
        try {
            return new Identity(new Mn(mn), password, edition(section));
        } catch (IllegalArgumentException e) {
            throw section.refused("mn", "an MN of 1 to 64 and a password of up to 24 characters", "'" + mn + "'");
        }
    }

    private static Edition edition(Section section) throws ScenarioRefused {
        String text = section.text("edition", "2017");
        return switch (text) {
            case "2005" -> Edition.Y2005;
            case "2017" -> Edition.Y2017;
            case "2025" -> Edition.Y2025;
            default -> throw section.refused("edition", "2005, 2017 or 2025", "'" + text + "'");
        };
    }

    private Recorder recorder(Section section, int number) throws ScenarioRefused {
        String kindName = section.text("plant");
        Optional<PlantKind> kind = kinds.named(kindName);
        if (kind.isEmpty()) {
            throw section.refused(
                    "plant", "one of " + kinds.names().stream().sorted().toList(), "'" + kindName + "'");
        }
        Plant plant = new Plant(
                kind.get(),
                section.positive("size", 1),
                section.whole("seed", number),
                zone,
                episodes(section),
                outages(section));
        return new Recorder(plant, factors(section), conversion(section, kind.get()), marks(section), zone);
    }

    /** {@code none} for a logger that converts nothing; without the key, the kind's reference oxygen. */
    private static Optional<Conversion> conversion(Section section, PlantKind kind) throws ScenarioRefused {
        if (section.text("reference-oxygen", "").equals("none")) {
            return Optional.empty();
        }
        double reference = section.number("reference-oxygen", kind.referenceOxygen());
        if (!(reference > 0 && reference < 21)) {
            throw section.refused("reference-oxygen", "a percentage between 0 and 21, or none", "" + reference);
        }
        return Optional.of(new Conversion(reference));
    }

    private List<Factor> factors(Section section) throws ScenarioRefused {
        Optional<List<String>> names = section.texts("factors");
        if (names.isEmpty()) {
            return Arrays.stream(Quantity.values()).map(factors::of).toList();
        }
        List<Factor> read = new ArrayList<>();
        for (String name : names.get()) {
            read.add(factors.of(quantity(section, "factors", name)));
        }
        return read;
    }

    private static Quantity quantity(Section section, String key, String name) throws ScenarioRefused {
        Optional<Quantity> quantity = Quantity.named(name);
        if (quantity.isEmpty()) {
            List<String> names =
                    Arrays.stream(Quantity.values()).map(Quantity::scenarioName).toList();
            throw section.refused(key, "one of " + names, "'" + name + "'");
        }
        return quantity.get();
    }

    private static Intervals intervals(Section section) throws ScenarioRefused {
        Duration realtime = section.duration("realtime", Duration.ofSeconds(30));
        if (!Intervals.isRealtime(realtime)) {
            throw section.refused("realtime", "0 or 5s to 3600s", realtime.toString());
        }
        Duration minute = section.duration("minute", Duration.ofMinutes(1));
        if (!Intervals.isMinute(minute)) {
            throw section.refused("minute", "0 or 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 minutes", minute.toString());
        }
        Duration delay = section.duration("delay", Duration.ofSeconds(5));
        if (!Intervals.isDelay(delay)) {
            throw section.refused("delay", "0 to 50m", delay.toString());
        }
        return new Intervals(realtime, minute, section.yes("hours", true), section.yes("days", true), delay);
    }

    private List<Episode> episodes(Section section) throws ScenarioRefused {
        List<Episode> episodes = new ArrayList<>();
        for (Section item : section.sections("episodes", Set.of("factor", "times", WINDOW_FROM, WINDOW_TO))) {
            Quantity quantity = quantity(item, "factor", item.text("factor"));
            if (!quantity.isPollutant()) {
                throw item.refused("factor", "one of [pm, so2, nox]", "'" + quantity.scenarioName() + "'");
            }
            Window window = moments.window(item);
            item.text("times");
            episodes.add(new Episode(quantity, item.positive("times", 1), window.from(), window.to()));
        }
        return episodes;
    }

    private List<Outage> outages(Section section) throws ScenarioRefused {
        List<Outage> outages = new ArrayList<>();
        for (Window window : moments.windows(section, "outages")) {
            outages.add(new Outage(window.from(), window.to()));
        }
        return outages;
    }

    private List<Mark> marks(Section section) throws ScenarioRefused {
        List<Mark> marks = new ArrayList<>();
        for (Section item : section.sections("marks", Set.of("flag", WINDOW_FROM, WINDOW_TO))) {
            Window window = moments.window(item);
            String flag = item.text("flag");
            if (flag.length() > 4 || flag.equals("N")) {
                throw item.refused("flag", "1 to 4 letters other than N", "'" + flag + "'");
            }
            marks.add(new Mark(flag, window.from(), window.to()));
        }
        return marks;
    }

    private Optional<Window> backfill(Section section) throws ScenarioRefused {
        Optional<Section> item = section.section("backfill", Set.of(WINDOW_FROM, WINDOW_TO));
        return item.isEmpty() ? Optional.empty() : Optional.of(moments.window(item.get()));
    }
}
