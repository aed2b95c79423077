package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.DutyPause;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which hours had to be sent (应传), by the registry and the lists of assessed factors; immutable.
 *
 * <p>An hour is due if the outlet is registered, the factor is on its list and a logger is accepted over the whole hour,
 * and if no accepted stop and no exemption touches the hour. Nothing else reduces the count.
 */
public final class DueHours {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Registry registry;
    private final Map<OutletId, List<AssessedFactor>> assessed;

    public DueHours(Registry registry, List<AssessedFactor> assessed) {
        this.registry = registry;
        Map<OutletId, List<AssessedFactor>> byOutlet = new LinkedHashMap<>();
        for (AssessedFactor factor : assessed) {
            byOutlet.computeIfAbsent(factor.outlet(), k -> new ArrayList<>()).add(factor);
        }
        this.assessed = byOutlet;
    }

    /** Whether one hour of one factor had to be sent, or why not. */
    public Due of(FactorHour hour) {
        if (registry.outletAt(hour.outlet(), hour.start()).isEmpty()) {
            return new Due.No(Due.Reason.NOT_REGISTERED, "");
        }
        Optional<Station> station = registry.stationOf(hour.outlet(), hour.start());
        Instant lastInstant = hour.end().minusNanos(1);
        if (station.isEmpty() || !station.get().effective().contains(lastInstant)) {
            return new Due.No(Due.Reason.NOT_CONNECTED, "");
        }
        if (!isAssessed(hour)) {
            return new Due.No(Due.Reason.NOT_ASSESSED, "");
        }
        Optional<DutyPause> pause =
                registry.pauseAt(hour.outlet(), hour.start()).or(() -> registry.pauseAt(hour.outlet(), lastInstant));
        return pause.<Due>map(p -> new Due.No(
                        p.kind() == DutyPause.Kind.STOP_ACCEPTED ? Due.Reason.STOPPED : Due.Reason.EXEMPT,
                        p.document()))
                .orElseGet(Due.Yes::new);
    }

    /** The factors that are on an outlet's list at an instant, in the order of the list. */
    public Set<FactorCode> factorsAt(OutletId outlet, Instant instant) {
        Set<FactorCode> factors = new LinkedHashSet<>();
        for (AssessedFactor factor : assessed.getOrDefault(outlet, List.of())) {
            if (factor.effective().contains(instant)) {
                factors.add(factor.factor());
            }
        }
        return factors;
    }

    /** Every factor on a list at the start of an hour, each with the answer for that hour, in the order of the lists. */
    public Map<FactorHour, Due> at(Instant hourStart) {
        Map<FactorHour, Due> answers = new LinkedHashMap<>();
        for (OutletId outlet : assessed.keySet()) {
            for (FactorCode factor : factorsAt(outlet, hourStart)) {
                FactorHour hour = new FactorHour(outlet, factor, hourStart);
                answers.put(hour, of(hour));
            }
        }
        return answers;
    }

    /**
     * The hours of one factor that start in a period, each with the answer.
     *
     * @param period starts at an edge of an hour
     */
    public Map<FactorHour, Due> in(Window period, OutletId outlet, FactorCode factor) {
        Map<FactorHour, Due> answers = new LinkedHashMap<>();
        for (Instant start = period.start(); start.isBefore(period.end()); start = start.plus(HOUR)) {
            FactorHour hour = new FactorHour(outlet, factor, start);
            answers.put(hour, of(hour));
        }
        return answers;
    }

    private boolean isAssessed(FactorHour hour) {
        for (AssessedFactor one : assessed.getOrDefault(hour.outlet(), List.of())) {
            if (one.factor().equals(hour.factor()) && one.effective().contains(hour.start())) {
                return true;
            }
        }
        return false;
    }
}
