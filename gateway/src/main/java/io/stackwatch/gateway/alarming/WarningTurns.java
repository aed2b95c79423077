package io.stackwatch.gateway.alarming;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.gateway.records.LatestReading;
import io.stackwatch.gateway.records.LatestReadings;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Whose minutes are asked for in a sweep, when not everybody's can be: those that are warned already, those whose last real-time
 * figure is near the limit, then whoever has waited longest. Outlets of which nothing was heard in the running hour have no
 * minutes in it. Who was looked at when is remembered, not kept. Confined to one thread.
 */
final class WarningTurns {

    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final int most;
    private final Map<OutletId, Instant> lookedAt = new HashMap<>();

    WarningTurns(Supplier<RegistrySnapshot> registry, RuleParameters parameters, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at most " + most + " outlets in a sweep");
        }
        this.registry = registry;
        this.parameters = parameters;
        this.most = most;
    }

    /** Who is looked at now, in order, and how many have to wait. */
    Turn next(Handle handle, Set<OutletId> warned, Instant now) {
        RegistrySnapshot known = registry.get();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Set<OutletId> heard = heard(handle, known.registry(), hour);
        Map<OutletId, LatestReadings> latest = LatestReadings.load(handle, heard);
        Map<OutletId, Integer> places = new HashMap<>();
        heard.forEach(outlet ->
                places.put(outlet, isNear(known, outlet, Optional.ofNullable(latest.get(outlet)), hour) ? 1 : 2));
        warned.forEach(outlet -> places.put(outlet, 0));
        List<OutletId> order = places.keySet().stream()
                .sorted(Comparator.<OutletId>comparingInt(places::get)
                        .thenComparing(outlet -> lookedAt.getOrDefault(outlet, Instant.MIN))
                        .thenComparing(OutletId::value))
                .toList();
        List<OutletId> turn = order.subList(0, Math.min(most, order.size()));
        lookedAt.keySet().retainAll(places.keySet());
        turn.forEach(outlet -> lookedAt.put(outlet, now));
        return new Turn(turn, order.size() - turn.size());
    }

    private static Set<OutletId> heard(Handle handle, Registry known, Instant hour) {
        Map<String, Instant> heard = StationRecords.lastHeard(handle);
        return known.outletIds().stream()
                .filter(outlet -> known.stationOf(outlet, hour)
                        .map(station -> heard.get(station.mn().value()))
                        .filter(last -> !last.isBefore(hour))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private boolean isNear(RegistrySnapshot known, OutletId outlet, Optional<LatestReadings> latest, Instant hour) {
        BigDecimal share = parameters.decimal("warning.minutes.near-share", hour);
        return known.registry()
                .outletAt(outlet, hour)
                .filter(found -> latest.map(LatestReadings::all).orElse(List.of()).stream()
                        .anyMatch(reading -> isNear(known, found, reading, share, hour)))
                .isPresent();
    }

    private static boolean isNear(
            RegistrySnapshot known, Outlet outlet, LatestReading reading, BigDecimal share, Instant hour) {
        return reading.unit().equals(Unit.MILLIGRAMS_PER_CUBIC_METRE)
                && known.limits()
                        .inForce(outlet, reading.factor(), Averaging.HOUR, hour)
                        .limit()
                        .flatMap(limit -> number(reading.text())
                                .filter(value -> value.compareTo(limit.allowed()
                                                .milligramsPerCubicMetre()
                                                .multiply(share))
                                        > 0))
                        .isPresent();
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /**
     * One sweep.
     *
     * @param outlets who is looked at, in order
     * @param waiting how many others would have had to be
     */
    record Turn(List<OutletId> outlets, int waiting) {

        Turn {
            outlets = List.copyOf(outlets);
        }
    }
}
