package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Validity;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.DutyPause;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The facts of {@code golden/month-facts.csv}, of February 2026, made into what the program knows. */
final class MadeMonth {

    static final YearMonth MONTH = YearMonth.of(2026, 2);
    static final Instant FIRST = CountFixture.at("2026-02-01T00:00");

    private final List<Enterprise> enterprises = new ArrayList<>();
    private final List<Outlet> outlets = new ArrayList<>();
    private final List<Station> stations = new ArrayList<>();
    private final List<DutyPause> pauses = new ArrayList<>();
    private final List<AssessedFactor> assessed = new ArrayList<>();
    private final Map<OutletId, Map<Optional<FactorCode>, List<Circumstance>>> circumstances = new TreeMap<>();
    private final Map<OutletId, Map<FactorCode, Map<Instant, List<ReceivedHour>>>> received = new TreeMap<>();
    private final Map<FactorCode, MeasuringRange> ranges = new TreeMap<>();

    private MadeMonth() {}

    static MadeMonth read() throws IOException {
        MadeMonth month = new MadeMonth();
        for (String line : lines("month-facts.csv")) {
            String[] cells = line.split(",", -1);
            switch (cells[0]) {
                case "O" -> month.outlet(cells);
                case "E" ->
                    month.enterprises.add(new Enterprise(
                            new EnterpriseId(cells[1]),
                            cells[1],
                            new RegionCode(cells[2]),
                            effective(cells[3], cells[4])));
                case "R" ->
                    month.ranges.put(
                            new FactorCode(cells[1]),
                            new MeasuringRange(Optional.of(hundredths(cells[2])), Optional.of(hundredths(cells[3]))));
                case "P" ->
                    month.pauses.add(new DutyPause(
                            new OutletId(cells[1]),
                            cells[2].equals("STOP") ? DutyPause.Kind.STOP_ACCEPTED : DutyPause.Kind.EXEMPTION_GRANTED,
                            cells[3],
                            effective(cells[4], cells[5])));
                case "C" -> month.circumstance(cells);
                case "H" -> month.hours(cells);
                default -> throw new IllegalArgumentException(line);
            }
        }
        return month;
    }

    static List<String> lines(String name) throws IOException {
        try (InputStream in = MadeMonth.class.getResourceAsStream("/golden/" + name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    Registry registry() {
        Instant recoded = CountFixture.at("2026-02-15T00:00");
        RegionCode old = new RegionCode("371523");
        List<Region> regions = new ArrayList<>(List.of(
                new Region(
                        old,
                        "茌平县",
                        "Chiping",
                        Optional.empty(),
                        new Effective(Effective.ALWAYS.from(), Optional.of(recoded)),
                        Verification.DESIGN),
                new Region(
                        new RegionCode("371503"),
                        "茌平区",
                        "Chiping",
                        Optional.empty(),
                        Effective.since(recoded),
                        Verification.DESIGN,
                        Optional.of(old))));
        for (String code : List.of("371502", "371521", "3715A1")) {
            regions.add(new Region(
                    new RegionCode(code), code, code, Optional.empty(), Effective.ALWAYS, Verification.DESIGN));
        }
        return Registry.of(new RegistryRows(regions, enterprises, outlets, stations, List.of(), pauses));
    }

    List<AssessedFactor> assessed() {
        return assessed;
    }

    HourQuestion question(DueHours due, OutletId outlet, FactorCode factor, Instant start) {
        FactorHour hour = new FactorHour(outlet, factor, start);
        Map<Optional<FactorCode>, List<Circumstance>> held = circumstances.getOrDefault(outlet, Map.of());
        List<Circumstance> both = new ArrayList<>(held.getOrDefault(Optional.<FactorCode>empty(), List.of()));
        both.addAll(held.getOrDefault(Optional.of(factor), List.of()));
        return new HourQuestion(
                hour,
                due.of(hour),
                received.getOrDefault(outlet, Map.of())
                        .getOrDefault(factor, Map.of())
                        .getOrDefault(start, List.of()),
                both,
                ranges.getOrDefault(factor, MeasuringRange.UNKNOWN));
    }

    private void outlet(String[] cells) {
        OutletId id = new OutletId(cells[1]);
        outlets.add(new Outlet(
                id,
                new EnterpriseId(cells[2]),
                cells[1],
                new IndustryCode("D4412"),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                Effective.ALWAYS));
        stations.add(new Station(new Mn("MN" + cells[1]), id, effective(cells[4], cells[5])));
        for (String factor : cells[3].split(" ", -1)) {
            assessed.add(new AssessedFactor(id, new FactorCode(factor), Effective.ALWAYS));
        }
    }

    private void circumstance(String[] cells) {
        circumstances
                .computeIfAbsent(new OutletId(cells[1]), known -> new java.util.HashMap<>())
                .computeIfAbsent(
                        cells[2].isEmpty() ? Optional.empty() : Optional.of(new FactorCode(cells[2])),
                        known -> new ArrayList<>())
                .add(new Circumstance(
                        Circumstance.Kind.valueOf(cells[3]),
                        cells[4],
                        new Window(minute(cells[5]), minute(cells[6])),
                        effective(cells[7], cells[8])));
    }

    private void hours(String[] cells) {
        Map<Instant, List<ReceivedHour>> hours = received.computeIfAbsent(
                        new OutletId(cells[1]), known -> new TreeMap<>())
                .computeIfAbsent(new FactorCode(cells[2]), known -> new TreeMap<>());
        for (int h = Integer.parseInt(cells[3]); h <= Integer.parseInt(cells[4]); h++) {
            Instant start = FIRST.plus(Duration.ofHours(h));
            hours.computeIfAbsent(start, known -> new ArrayList<>(1))
                    .add(new ReceivedHour(
                            Integer.parseInt(cells[5]),
                            start.plus(Duration.ofHours(1)).plus(Duration.ofMinutes(Long.parseLong(cells[6]))),
                            validity(cells[7]),
                            cells[8].isEmpty() ? Optional.empty() : Optional.of(hundredths(cells[8])),
                            "journal"));
        }
    }

    private static Validity validity(String letter) {
        return switch (letter) {
            case "V" -> CountFixture.VALID;
            case "F" -> new Validity.Invalid(Validity.Reason.FLAGGED, "D");
            case "M" -> new Validity.Invalid(Validity.Reason.TOO_FEW_VALID_MINUTES, "44 minutes");
            case "U" -> new Validity.Invalid(Validity.Reason.VALIDITY_UNKNOWN, "no flag");
            default -> throw new IllegalArgumentException(letter);
        };
    }

    private static BigDecimal hundredths(String cell) {
        return BigDecimal.valueOf(Long.parseLong(cell), 2);
    }

    private static Instant minute(String cell) {
        return FIRST.plus(Duration.ofMinutes(Long.parseLong(cell)));
    }

    private static Effective effective(String from, String until) {
        return new Effective(
                from.isEmpty() ? Effective.ALWAYS.from() : minute(from),
                until.isEmpty() ? Optional.empty() : Optional.of(minute(until)));
    }
}
