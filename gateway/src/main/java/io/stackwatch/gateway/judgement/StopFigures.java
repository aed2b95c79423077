package io.stackwatch.gateway.judgement;

import io.stackwatch.core.marking.StopBounds;
import io.stackwatch.core.marking.StopFigure;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Reported hours as figures that speak for or against a stop. A figure counts if its data mark lets it be used, if it has
 * none, or if it is {@code F}: that is what a logger sends of a stopped source or instrument, and what a false stop shows. The
 * measuring range is the registered one of the hour.
 */
public final class StopFigures {

    private static final DataFlag STOPPED = new DataFlag("F");
    private static final Duration HOUR = Duration.ofHours(1);

    private final StopBounds bounds;
    private final FlagTable flags;
    private final Supplier<RegistrySnapshot> registry;

    public StopFigures(StopBounds bounds, FlagTable flags, Supplier<RegistrySnapshot> registry) {
        this.bounds = bounds;
        this.flags = flags;
        this.registry = registry;
    }

    /** The figures of an outlet's hours that a stop touches, as they are known now. */
    public List<StopFigure> of(Handle handle, OutletId outlet, Window stop) {
        List<OutletHour> hours = new ArrayList<>();
        Instant start = Window.hourContaining(stop.start(), LegalTime.ZONE).start();
        while (start.isBefore(stop.end())) {
            hours.add(new OutletHour(outlet, start));
            start = start.plus(HOUR);
        }
        return ReportRecords.latest(handle, hours).values().stream()
                .flatMap(version -> of(version.report()).stream())
                .toList();
    }

    /** The figure of one report; empty if it says nothing about a stop. */
    Optional<StopFigure> of(HourReport report) {
        boolean counts = report.flag()
                .map(flag -> flag.equals(STOPPED) || flags.usable(flag))
                .orElse(true);
        return counts && bounds.factors().contains(report.hour().factor())
                ? report.avg().map(avg -> new StopFigure(report.hour(), avg.number(), report.unit(), rangeTop(report)))
                : Optional.empty();
    }

    private Optional<BigDecimal> rangeTop(HourReport report) {
        return registry.get().rangeOf(report.hour(), report.unit()).map(InstrumentRange::most);
    }
}
