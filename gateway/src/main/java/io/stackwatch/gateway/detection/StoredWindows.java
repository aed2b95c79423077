package io.stackwatch.gateway.detection;

import io.stackwatch.core.integrity.ClockReading;
import io.stackwatch.core.integrity.HeldAgainst;
import io.stackwatch.core.integrity.OutletWindow;
import io.stackwatch.core.integrity.StationAct;
import io.stackwatch.core.integrity.WatchedHour;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Windows of detectors out of what is stored: the newest version of every hour, the limit, reference oxygen and range that were in
 * force for it, a few outlets of the same industry to compare with, recorded checks as calibrations. Stored hours have no
 * extremes, and live readings of clocks and changed parameters of instruments are not kept: what rests on them cannot be said.
 */
final class StoredWindows {

    /** Others that a window is compared with, and how far back. */
    private static final int OTHERS = 4;

    private static final Duration OTHERS_BACK = Duration.ofDays(7);

    private final RegistrySnapshot registry;

    StoredWindows(RegistrySnapshot registry) {
        this.registry = registry;
    }

    /** The window of a day; empty for an outlet that was not registered then. */
    Optional<OutletWindow> of(Handle handle, OutletDay day, Duration lookBack) {
        Instant start = day.window().start();
        Instant end = day.window().end();
        return registry.registry()
                .outletAt(day.outlet(), start)
                .map(outlet -> new OutletWindow(
                        outlet.id(),
                        day.window(),
                        hours(handle, outlet, end.minus(lookBack), end),
                        elsewhere(handle, outlet, start, end),
                        acts(handle, outlet.id(), end.minus(lookBack), end),
                        List.<ClockReading>of()));
    }

    private List<WatchedHour> elsewhere(Handle handle, Outlet outlet, Instant start, Instant end) {
        return registry.registry().outletIds().stream()
                .filter(other -> !other.equals(outlet.id()))
                .sorted(Comparator.comparing(OutletId::value))
                .flatMap(other -> registry.registry().outletAt(other, start).stream())
                .filter(other -> other.industry().equals(outlet.industry()))
                .limit(OTHERS)
                .flatMap(other -> hours(handle, other, end.minus(OTHERS_BACK), end).stream())
                .toList();
    }

    private List<WatchedHour> hours(Handle handle, Outlet outlet, Instant from, Instant end) {
        List<WatchedHour> hours = new ArrayList<>();
        ReportRecords.ofDays(handle, OutletDay.between(outlet.id(), from, end.minusMillis(1)))
                .values()
                .forEach(versions -> {
                    ReportVersion newest = versions.get(versions.size() - 1);
                    HourReport report = newest.report();
                    if (!report.hour().start().isBefore(from)) {
                        hours.add(new WatchedHour(
                                report, Optional.empty(), Optional.empty(), heldAgainst(outlet, report)));
                    }
                });
        return hours;
    }

    private HeldAgainst heldAgainst(Outlet outlet, HourReport report) {
        FactorHour hour = report.hour();
        Optional<Limit> limit = report.unit().equals(Unit.MILLIGRAMS_PER_CUBIC_METRE)
                ? registry.limits()
                        .inForce(outlet, hour.factor(), Averaging.HOUR, hour.start())
                        .limit()
                : Optional.empty();
        return new HeldAgainst(
                limit.map(found -> found.allowed().milligramsPerCubicMetre()),
                limit.flatMap(Limit::referenceOxygen),
                registry.rangeOf(hour, report.unit()).map(InstrumentRange::most));
    }

    private static List<StationAct> acts(Handle handle, OutletId outlet, Instant from, Instant end) {
        return QaEventRecords.counting(handle, outlet).stream()
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(end))
                .map(StoredWindows::act)
                .toList();
    }

    private static StationAct act(QaEvent event) {
        return new StationAct(
                StationAct.Kind.CALIBRATED,
                event.subject().factor(),
                event.at(),
                event.subject().check() + " " + event.document(),
                true);
    }
}
