package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A window as detectors read it: series of usable figures by what they say of the outlet. Confined to one thread. */
final class OutletView {

    private final OutletWindow window;
    private final FlagTable flags;
    private final Map<DataFlag, Boolean> known = new HashMap<>();
    private final List<WatchedFactor> watched;
    private final Map<FactorCode, List<WatchedHour>> own;
    private final Map<Role, List<Series>> measured = new EnumMap<>(Role.class);
    private final Map<OutletId, Map<FactorCode, List<WatchedHour>>> others;

    OutletView(OutletWindow window, FlagTable flags, List<WatchedFactor> watched) {
        this.window = window;
        this.flags = flags;
        this.watched = watched;
        this.own = byFactor(window.hours());
        this.others = new TreeMap<>();
        window.elsewhere().stream()
                .collect(Collectors.groupingBy(hour -> hour.report().hour().outlet()))
                .forEach((outlet, hours) -> others.put(outlet, byFactor(hours)));
        for (Role role : Role.values()) {
            measured.put(role, series(own, role, WatchedHour::measured));
        }
    }

    OutletId outlet() {
        return window.outlet();
    }

    Window examined() {
        return window.examined();
    }

    /** The examined stretch and what lies before it, together that long. */
    Window back(Duration length) {
        return new Window(examined().end().minus(length), examined().end());
    }

    /** What lies before the examined stretch, that long. */
    Window before(Duration length) {
        return new Window(examined().start().minus(length), examined().start());
    }

    List<StationAct> acts(StationAct.Kind kind) {
        return window.acts().stream().filter(act -> act.kind() == kind).toList();
    }

    List<ClockReading> clock() {
        return window.clock().stream()
                .filter(reading -> examined().contains(reading.arrived()))
                .toList();
    }

    /** Measured means of each pollutant that is reported. */
    List<Series> pollutants() {
        return measured.getOrDefault(Role.POLLUTANT, List.of());
    }

    /** What is held against the limit, of each pollutant that is reported. */
    List<Series> judged() {
        return series(own, Role.POLLUTANT, WatchedHour::judged);
    }

    /** The factor of a role that has most figures; empty if none has any. */
    Optional<Series> of(Role role) {
        return measured.getOrDefault(role, List.of()).stream()
                .max(Comparator.comparingInt(Series::size).thenComparing(Series::factor));
    }

    /** Measured means of a factor at other outlets, one series for each. */
    List<Series> elsewhere(Series like) {
        return others.values().stream()
                .flatMap(hours -> series(hours, like.watched().role(), WatchedHour::measured).stream())
                .filter(series -> series.factor().equals(like.factor()))
                .toList();
    }

    /** Every reported hour of pollutants within a window, usable or not. */
    List<WatchedHour> reported(Window within) {
        return ofPollutants(own, within);
    }

    /** The same at each other outlet that reports any. */
    List<List<WatchedHour>> reportedElsewhere(Window within) {
        return others.values().stream()
                .map(hours -> ofPollutants(hours, within))
                .filter(hours -> !hours.isEmpty())
                .toList();
    }

    /** A datum without a mark is looked at: the mark is the logger's to give, and its absence says nothing. */
    boolean usable(WatchedHour hour) {
        return hour.report()
                .flag()
                .map(flag -> known.computeIfAbsent(flag, flags::usable))
                .orElse(true);
    }

    /** Whether an hour of a factor is reported with one of these marks. */
    Predicate<Instant> marked(FactorCode factor, Set<String> letters) {
        return own.getOrDefault(factor, List.of()).stream()
                .filter(hour -> isMarked(hour, letters))
                .map(WatchedHour::start)
                .collect(Collectors.toSet())::contains;
    }

    static boolean isMarked(WatchedHour hour, Set<String> letters) {
        return hour.report()
                .flag()
                .filter(flag -> letters.contains(flag.letters()))
                .isPresent();
    }

    private static Map<FactorCode, List<WatchedHour>> byFactor(List<WatchedHour> hours) {
        return hours.stream()
                .collect(Collectors.groupingBy(
                        hour -> hour.report().hour().factor(), TreeMap::new, Collectors.toList()));
    }

    private List<WatchedHour> ofPollutants(Map<FactorCode, List<WatchedHour>> hours, Window within) {
        return watched.stream()
                .filter(row -> row.role() == Role.POLLUTANT)
                .flatMap(row -> hours.getOrDefault(row.factor(), List.of()).stream())
                .filter(hour -> within.contains(hour.start()))
                .toList();
    }

    private List<Series> series(
            Map<FactorCode, List<WatchedHour>> hours, Role role, Function<WatchedHour, Optional<BigDecimal>> figure) {
        return watched.stream()
                .filter(row -> row.role() == role)
                .map(row -> new Series(
                        row,
                        hours.getOrDefault(row.factor(), List.of()).stream()
                                .filter(hour -> hour.report().unit().equals(row.unit()) && usable(hour))
                                .flatMap(hour -> figure.apply(hour).stream().map(value -> new Point(hour, value)))
                                .toList()))
                .filter(series -> series.size() > 0)
                .toList();
    }
}
