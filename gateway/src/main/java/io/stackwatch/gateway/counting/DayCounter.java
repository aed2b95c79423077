package io.stackwatch.gateway.counting;

import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.HourValidity;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.transmission.Circumstance;
import io.stackwatch.core.transmission.CountTerms;
import io.stackwatch.core.transmission.DayCount;
import io.stackwatch.core.transmission.DayStandings;
import io.stackwatch.core.transmission.HourQuestion;
import io.stackwatch.core.transmission.MeasuringRange;
import io.stackwatch.core.transmission.ReceivedHour;
import io.stackwatch.core.transmission.StandingAnswer;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks the core about the hours of an outlet's day that are over: those that were received, and those whose time to come has
 * passed. Immutable; safe to share.
 */
final class DayCounter {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RegistrySnapshot registry;
    private final RuleParameters parameters;
    private final FlagTable flags;
    private final Circumstances circumstances;
    private final Instant since;
    private final Instant asOf;

    /**
     * @param since since when this system could receive: what is missing before is its own outage
     * @param asOf how far the core cursor has come: an hour whose grace ends later is not missing yet
     */
    DayCounter(
            RegistrySnapshot registry,
            RuleParameters parameters,
            FlagTable flags,
            Circumstances circumstances,
            Instant since,
            Instant asOf) {
        this.registry = registry;
        this.parameters = parameters;
        this.flags = flags;
        this.circumstances = circumstances;
        this.since = since;
        this.asOf = asOf;
    }

    /** The terms by which a month is counted. */
    CountTerms terms(YearMonth month) {
        return CountParameters.at(
                parameters, month.atDay(1).atStartOfDay(LegalTime.ZONE).toInstant());
    }

    /** The counters of a day in both figures. */
    List<DayCount> counts(OutletDay day, DayFacts facts, Instant finalAt) {
        List<DayCount> counts = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            counts.addAll(counts(day, facts, variant, finalAt));
        }
        return counts;
    }

    /** The counters of a day in one figure. */
    List<DayCount> counts(OutletDay day, DayFacts facts, Variant variant, Instant finalAt) {
        List<DayCount> counts = new ArrayList<>();
        answers(day, facts, variant, finalAt)
                .forEach((factor, answers) -> counts.add(DayCount.of(
                        day.outlet(),
                        factor,
                        day.day(),
                        variant,
                        answers.values().stream().map(StandingAnswer::standing).toList())));
        return counts;
    }

    /** How every hour of a day stands, by factor and hour. */
    Map<FactorCode, Map<FactorHour, StandingAnswer>> answers(
            OutletDay day, DayFacts facts, Variant variant, Instant finalAt) {
        CountTerms terms = terms(YearMonth.from(day.day()));
        DayStandings standings = new DayStandings(terms);
        Map<FactorCode, Map<FactorHour, StandingAnswer>> answers = new LinkedHashMap<>();
        for (FactorCode factor : factors(day)) {
            List<HourQuestion> questions = questions(day, factor, facts, terms);
            if (!questions.isEmpty()) {
                answers.put(factor, standings.of(questions, variant, finalAt));
            }
        }
        return answers;
    }

    /** Factors that are on the outlet's list at the start of some hour of the day. */
    private Set<FactorCode> factors(OutletDay day) {
        Set<FactorCode> factors = new TreeSet<>();
        Window window = day.window();
        for (Instant hour = window.start(); hour.isBefore(window.end()); hour = hour.plus(HOUR)) {
            factors.addAll(registry.dueHours().factorsAt(day.outlet(), hour));
        }
        return factors;
    }

    private List<HourQuestion> questions(OutletDay day, FactorCode factor, DayFacts facts, CountTerms terms) {
        List<Circumstance> held = new ArrayList<>();
        facts.held().getOrDefault(day, List.of()).stream()
                .filter(one -> one.factor().map(factor::equals).orElse(true))
                .forEach(one -> held.add(one.circumstance()));
        if (day.window().start().isBefore(since)) {
            held.add(beforeTheBeginning(since));
        }
        List<HourQuestion> questions = new ArrayList<>(24);
        Window window = day.window();
        for (Instant start = window.start(); start.isBefore(window.end()); start = start.plus(HOUR)) {
            FactorHour hour = new FactorHour(day.outlet(), factor, start);
            List<ReportVersion> versions = facts.reports().getOrDefault(hour, List.of());
            boolean over = !hour.end().plus(terms.grace()).isAfter(asOf);
            if (over || !versions.isEmpty()) {
                questions.add(new HourQuestion(
                        hour,
                        registry.dueHours().of(hour),
                        received(hour, versions, facts.tallies().getOrDefault(hour, MinuteTally.EMPTY)),
                        held,
                        range(hour, versions)));
            }
        }
        return questions;
    }

    /** The registered range; unknown if any report of the hour counts in another unit. */
    private MeasuringRange range(FactorHour hour, List<ReportVersion> versions) {
        Set<Unit> units =
                versions.stream().map(version -> version.report().unit()).collect(Collectors.toSet());
        return units.size() == 1
                ? registry.rangeOf(hour, units.iterator().next())
                        .map(known -> new MeasuringRange(known.least(), Optional.of(known.most())))
                        .orElse(MeasuringRange.UNKNOWN)
                : MeasuringRange.UNKNOWN;
    }

    static Circumstance beforeTheBeginning(Instant since) {
        return new Circumstance(
                Circumstance.Kind.OWN_OUTAGE,
                "before the first start of this system",
                new Window(Effective.ALWAYS.from(), since),
                Effective.ALWAYS);
    }

    private List<ReceivedHour> received(FactorHour hour, List<ReportVersion> versions, MinuteTally tally) {
        if (versions.isEmpty()) {
            return List.of();
        }
        HourValidity rule = new HourValidity(flags, parameters.count("hour.minimum-valid-minutes", hour.start()));
        MinuteEvidence evidence = registry.registry()
                .outletAt(hour.outlet(), hour.start())
                .map(Outlet::minuteEvidence)
                .orElse(MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED);
        List<ReceivedHour> received = new ArrayList<>(versions.size());
        for (ReportVersion version : versions) {
            HourReport report = version.report();
            Optional<ReportedNumber> figure = report.avg().or(report::zsAvg);
            received.add(new ReceivedHour(
                    version.version(),
                    report.arrivedAt(),
                    rule.of(report.flag(), tally, evidence),
                    figure.map(ReportedNumber::number),
                    "report " + version.version() + ", journal "
                            + report.evidence().sequence()));
        }
        return received;
    }
}
