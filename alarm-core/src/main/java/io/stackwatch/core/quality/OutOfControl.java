package io.stackwatch.core.quality;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When instruments were out of control, by the checks that are known. Built from them in any order; immutable and safe to
 * share.
 *
 * <p>Each series of checks (outlet, factor, kind) has periods of its own: a passing span check does not take back a failing
 * zero. A check beyond the requirement that is still in control neither begins nor ends a period.
 */
public final class OutOfControl {

    /** Nobody has recorded any check. */
    public static final OutOfControl NONE = new OutOfControl(Map.of(), Optional.empty());

    private static final Comparator<QaEvent> IN_ORDER =
            Comparator.comparing(QaEvent::at).thenComparing(QaEvent::number);
    private static final String MINUTES = "hour.minimum-valid-minutes";

    private final Map<Place, List<OutOfControlPeriod>> periods;
    private final Optional<RuleParameters> parameters;

    private OutOfControl(Map<Place, List<OutOfControlPeriod>> periods, Optional<RuleParameters> parameters) {
        this.periods = periods;
        this.parameters = parameters;
    }

    private record Place(OutletId outlet, FactorCode factor) {}

    /** The periods that events make; those that were withdrawn are left out by the caller. */
    public static OutOfControl of(Collection<QaEvent> events, QaRule rule, RuleParameters parameters) {
        Map<QaEvent.Subject, List<QaEvent>> series = new LinkedHashMap<>();
        events.stream().sorted(IN_ORDER).forEach(event -> series.computeIfAbsent(
                        event.subject(), subject -> new ArrayList<>())
                .add(event));
        Map<Place, List<OutOfControlPeriod>> periods = new LinkedHashMap<>();
        series.forEach((subject, checks) -> periods.computeIfAbsent(
                        new Place(subject.outlet(), subject.factor()), place -> new ArrayList<>())
                .addAll(timeline(subject, checks, rule)));
        periods.values()
                .forEach(list -> list.sort(Comparator.comparing(OutOfControlPeriod::from)
                        .thenComparing(period -> period.subject().check())));
        return new OutOfControl(periods, Optional.of(parameters));
    }

    private static List<OutOfControlPeriod> timeline(QaEvent.Subject subject, List<QaEvent> checks, QaRule rule) {
        List<OutOfControlPeriod> periods = new ArrayList<>();
        Optional<QaEvent> passed = Optional.empty();
        Optional<QaEvent> failed = Optional.empty();
        for (QaEvent check : checks) {
            QaResult result = rule.of(check).result();
            if (result == QaResult.OUT_OF_CONTROL && failed.isEmpty()) {
                failed = Optional.of(check);
            } else if (result == QaResult.PASSES) {
                if (failed.isPresent()) {
                    periods.add(new OutOfControlPeriod(subject, passed, failed.get(), Optional.of(check)));
                    failed = Optional.empty();
                }
                passed = Optional.of(check);
            }
        }
        if (failed.isPresent()) {
            periods.add(new OutOfControlPeriod(subject, passed, failed.get(), Optional.empty()));
        }
        return periods;
    }

    /**
     * The time in which a check makes a difference: from the first to the last of the periods that there are only with it, or
     * only without it.
     *
     * @param event the check
     * @param others every other check of its series that counts
     * @param now where a period ends that goes on
     * @return empty if it makes none
     */
    public static Optional<Window> madeDifferentBy(
            QaEvent event, Collection<QaEvent> others, QaRule rule, Instant now) {
        List<QaEvent> without = new ArrayList<>(others);
        without.sort(IN_ORDER);
        List<QaEvent> with = new ArrayList<>(others);
        with.add(event);
        with.sort(IN_ORDER);
        List<OutOfControlPeriod> before = timeline(event.subject(), without, rule);
        List<OutOfControlPeriod> after = timeline(event.subject(), with, rule);
        List<OutOfControlPeriod> different = new ArrayList<>(before);
        different.removeAll(after);
        after.stream().filter(period -> !before.contains(period)).forEach(different::add);
        Optional<Instant> from =
                different.stream().map(OutOfControlPeriod::from).min(Comparator.naturalOrder());
        Optional<Instant> until =
                different.stream().map(period -> period.until().orElse(now)).max(Comparator.naturalOrder());
        return from.isPresent() && until.isPresent() && from.get().isBefore(until.get())
                ? Optional.of(new Window(from.get(), until.get()))
                : Optional.empty();
    }

    /**
     * The period that takes so much of an hour of a factor that the hour cannot count: more than an hour may lose (60 less the
     * minutes that it needs). Of several the one that began first; empty if the instrument was in control, or nothing is known.
     */
    public Optional<OutOfControlPeriod> of(FactorHour hour) {
        List<OutOfControlPeriod> known = of(hour.outlet(), hour.factor());
        if (known.isEmpty() || parameters.isEmpty()) {
            return Optional.empty();
        }
        Duration spare = Duration.ofHours(1).minusMinutes(parameters.get().count(MINUTES, hour.start()));
        return known.stream()
                .filter(period -> period.overlap(hour.window()).compareTo(spare) > 0)
                .findFirst();
    }

    /** The periods of a factor at an outlet, in order of their start. */
    public List<OutOfControlPeriod> of(OutletId outlet, FactorCode factor) {
        return List.copyOf(periods.getOrDefault(new Place(outlet, factor), List.of()));
    }

    /** Every period, in order of outlet, factor and start. */
    public List<OutOfControlPeriod> periods() {
        return periods.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Place::outlet).thenComparing(Place::factor)))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
