package io.stackwatch.core.emission;

import io.stackwatch.core.emission.HourEmission.Absent;
import io.stackwatch.core.emission.HourEmission.NoSubstitute;
import io.stackwatch.core.emission.HourEmission.Substituted;
import io.stackwatch.core.emission.HourSorting.Sorted;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.quality.CaptureRate;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.OutOfControlPeriod;
import io.stackwatch.core.quality.Quarter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands in the place of lost hours in totals (HJ 75-2017 tables 5 and 6): the greatest mass of so many valid hours
 * before, as the capture rate of the quarter and the length of the loss choose the row (decision record 0030). Only measured
 * hours are looked at, never substituted ones. The same facts give the same account in whatever order they come. Immutable.
 */
public final class Substitution {

    private final SubstitutionTable table;
    private final MassFactors factors;

    public Substitution(SubstitutionTable table, MassFactors factors) {
        this.table = table;
        this.factors = factors;
    }

    /** The rule with the tables that come with the program. */
    public static Substitution load() {
        return new Substitution(SubstitutionTable.load(), MassFactors.load());
    }

    /**
     * The account of one outlet and factor.
     *
     * <p>A capture rate is that of the hours that are handed in: for a rate of a quarter so far every hour of it is needed. A
     * loss is counted over adjoining hours that are handed in; hours in which nothing was to be measured neither count nor
     * end it.
     *
     * @param facts hours of one outlet and factor, each once, in any order
     * @param control when the instruments of the outlet were out of control
     */
    public EmissionAccount account(Collection<HourFact> facts, OutOfControl control) {
        HourSorting sorting = new HourSorting(control);
        List<Sorted> hours = facts.stream()
                .sorted(Comparator.comparing(fact -> fact.hour().start()))
                .map(sorting::sort)
                .toList();
        ValidMasses valid = new ValidMasses();
        hours.forEach(hour ->
                hour.measured().ifPresent(mass -> valid.add(hour.fact().hour().start(), mass.kept())));
        SortedMap<Quarter, CaptureRate> capture = captureRates(hours);
        Map<Instant, Loss> losses = losses(hours);
        List<AccountedHour> accounted = new ArrayList<>(hours.size());
        for (Sorted hour : hours) {
            HourEmission emission = hour.lost() ? inPlaceOf(hour, losses, capture, valid) : hour.before();
            accounted.add(new AccountedHour(hour.fact().hour(), emission));
        }
        return new EmissionAccount(accounted, capture);
    }

    /** Hours lost one after the other: the first of them, and how many. */
    private record Loss(Instant first, int hours) {}

    private static Map<Instant, Loss> losses(List<Sorted> hours) {
        Map<Instant, Loss> losses = new HashMap<>();
        List<Instant> run = new ArrayList<>();
        for (Sorted hour : hours) {
            if (hour.lost()) {
                run.add(hour.fact().hour().start());
            } else if (hour.measured().isPresent()) {
                close(run, losses);
            }
        }
        close(run, losses);
        return losses;
    }

    private static void close(List<Instant> run, Map<Instant, Loss> losses) {
        if (!run.isEmpty()) {
            Loss loss = new Loss(run.get(0), run.size());
            run.forEach(hour -> losses.put(hour, loss));
            run.clear();
        }
    }

    private static SortedMap<Quarter, CaptureRate> captureRates(List<Sorted> hours) {
        SortedMap<Quarter, CaptureRate> rates = new TreeMap<>();
        for (Sorted hour : hours) {
            int stopped = hour.stopped() ? 1 : 0;
            int lost = !hour.stopped() && hour.lost() ? 1 : 0;
            int looked = stopped == 1 || lost == 1 || hour.measured().isPresent() ? 1 : 0;
            rates.merge(
                    Quarter.containing(hour.fact().hour().start()),
                    new CaptureRate(looked, stopped, lost),
                    (one, other) -> new CaptureRate(
                            one.hours() + other.hours(),
                            one.stopped() + other.stopped(),
                            one.invalid() + other.invalid()));
        }
        return rates;
    }

    private HourEmission inPlaceOf(
            Sorted hour, Map<Instant, Loss> losses, Map<Quarter, CaptureRate> capture, ValidMasses valid) {
        Instant start = hour.fact().hour().start();
        Loss loss = losses.getOrDefault(start, new Loss(start, 1));
        Optional<Fraction> rate =
                Optional.ofNullable(capture.get(Quarter.containing(start))).flatMap(CaptureRate::rate);
        boolean inTable = factors.at(hour.fact().hour().factor(), start)
                .filter(MassFactors.Row::substituted)
                .isPresent();
        if (!inTable) {
            return without(hour, NoSubstitute.FACTOR_NOT_IN_TABLE);
        }
        SubstitutionRow.Cause cause =
                hour.period().isPresent() ? SubstitutionRow.Cause.OUT_OF_CONTROL : SubstitutionRow.Cause.INVALID;
        Optional<SubstitutionRow> row = rate.flatMap(fraction -> table.find(cause, fraction, loss.hours(), start));
        if (row.isEmpty() || rate.isEmpty()) {
            return without(hour, NoSubstitute.CAPTURE_RATE_TOO_LOW);
        }
        Instant anchor = hour.period().map(OutOfControlPeriod::from).orElse(loss.first());
        return valid.before(anchor, row.get().validHours())
                .<HourEmission>map(greatest ->
                        new Substituted(greatest.mass(), absent(hour).why(), row.get(), greatest.from(), rate.get()))
                .orElseGet(() -> without(hour, NoSubstitute.NO_VALID_HOUR_BEFORE));
    }

    private static Absent without(Sorted hour, NoSubstitute why) {
        Absent absent = absent(hour);
        return new Absent(absent.why(), why, absent.detail());
    }

    private static Absent absent(Sorted hour) {
        return hour.before()
                .match(
                        m -> {
                            throw new IllegalStateException("a measured hour is not lost");
                        },
                        s -> {
                            throw new IllegalStateException("nothing stands in its place yet");
                        },
                        absent -> absent);
    }
}
