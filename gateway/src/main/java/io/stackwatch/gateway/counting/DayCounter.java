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
    private final Instant since;
    private final Instant asOf;

    /**
     * @param since since when this system could receive: what is missing before is its own outage
     * @param asOf how far the core cursor has come: an hour whose grace ends later is not missing yet
     */
    DayCounter(RegistrySnapshot registry, RuleParameters parameters, FlagTable flags, Instant since, Instant asOf) {
        this.registry = registry;
        this.parameters = parameters;
        this.flags = flags;
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
        Map<FactorCode, List<HourQuestion>> questions = questions(day, facts);
        List<DayCount> counts = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            counts.addAll(counts(day, questions, variant, finalAt));
        }
        return counts;
    }

    /** The counters of a day in one figure. */
    List<DayCount> counts(OutletDay day, DayFacts facts, Variant variant, Instant finalAt) {
        return counts(day, questions(day, facts), variant, finalAt);
    }

    private List<DayCount> counts(
            OutletDay day, Map<FactorCode, List<HourQuestion>> questions, Variant variant, Instant finalAt) {
        List<DayCount> counts = new ArrayList<>();
        answers(day, questions, variant, finalAt)
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
        return answers(day, questions(day, facts), variant, finalAt);
    }

    private Map<FactorCode, Map<FactorHour, StandingAnswer>> answers(
            OutletDay day, Map<FactorCode, List<HourQuestion>> questions, Variant variant, Instant finalAt) {
        DayStandings standings = new DayStandings(terms(YearMonth.from(day.day())));
        Map<FactorCode, Map<FactorHour, StandingAnswer>> answers = new LinkedHashMap<>();
        questions.forEach((factor, hours) -> answers.put(factor, standings.of(hours, variant, finalAt)));
        return answers;
    }

    /** What is known of the hours that are over, by factor and time: the same for every figure. */
    private Map<FactorCode, List<HourQuestion>> questions(OutletDay day, DayFacts facts) {
        CountTerms terms = terms(YearMonth.from(day.day()));
        List<HourOfDay> hours = hours(day, terms);
        Set<FactorCode> factors = new TreeSet<>();
        // that are on the outlet's list at the start of some hour of the day
        hours.forEach(hour -> factors.addAll(registry.dueHours().factorsAt(day.outlet(), hour.start())));
        Map<FactorCode, List<HourQuestion>> questions = new LinkedHashMap<>();
        for (FactorCode factor : factors) {
            List<HourQuestion> some = questions(day, factor, hours, facts);
            if (!some.isEmpty()) {
                questions.put(factor, some);
            }
        }
        return questions;
    }

    /** What an hour of a day has in common for all factors. */
    private record HourOfDay(Instant start, boolean over, HourValidity rule, MinuteEvidence evidence) {}

    private List<HourOfDay> hours(OutletDay day, CountTerms terms) {
        List<HourOfDay> hours = new ArrayList<>(24);
        Window window = day.window();
        for (Instant start = window.start(); start.isBefore(window.end()); start = start.plus(HOUR)) {
            MinuteEvidence evidence = registry.registry()
                    .outletAt(day.outlet(), start)
                    .map(Outlet::minuteEvidence)
                    .orElse(MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED);
            hours.add(new HourOfDay(
                    start,
                    !start.plus(HOUR).plus(terms.grace()).isAfter(asOf),
                    new HourValidity(flags, parameters.count("hour.minimum-valid-minutes", start)),
                    evidence));
        }
        return hours;
    }

    private List<HourQuestion> questions(OutletDay day, FactorCode factor, List<HourOfDay> hours, DayFacts facts) {
        List<Circumstance> held = new ArrayList<>();
        facts.held().getOrDefault(day, List.of()).stream()
                .filter(one -> one.factor().map(factor::equals).orElse(true))
                .forEach(one -> held.add(one.circumstance()));
        if (day.window().start().isBefore(since)) {
            held.add(beforeTheBeginning(since));
        }
        List<HourQuestion> questions = new ArrayList<>(hours.size());
        for (HourOfDay one : hours) {
            FactorHour hour = new FactorHour(day.outlet(), factor, one.start());
            List<ReportVersion> versions = facts.reports().getOrDefault(hour, List.of());
            if (one.over() || !versions.isEmpty()) {
                questions.add(new HourQuestion(
                        hour,
                        registry.dueHours().of(hour),
                        received(one, versions, facts.tallies().getOrDefault(hour, MinuteTally.EMPTY)),
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

    private static List<ReceivedHour> received(HourOfDay hour, List<ReportVersion> versions, MinuteTally tally) {
        List<ReceivedHour> received = new ArrayList<>(versions.size());
        for (ReportVersion version : versions) {
            HourReport report = version.report();
            Optional<ReportedNumber> figure = report.avg().or(report::zsAvg);
            received.add(new ReceivedHour(
                    version.version(),
                    report.arrivedAt(),
                    hour.rule().of(report.flag(), tally, hour.evidence()),
                    figure.map(ReportedNumber::number),
                    "report " + version.version() + ", journal "
                            + report.evidence().sequence()));
        }
        return received;
    }
}
