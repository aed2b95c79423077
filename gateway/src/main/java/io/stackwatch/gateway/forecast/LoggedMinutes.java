package io.stackwatch.gateway.forecast;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.alarm.SeenMinute;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Minutes of the reading log beside the limit in force. A minute without a mark counts, as loggers leave marks out that say
 * nothing. Safe for several threads; may block.
 */
public final class LoggedMinutes {

    private static final int MOST_POINTS = 120;

    private final ReadingLog history;
    private final Supplier<RegistrySnapshot> registry;
    private final FlagTable flags;

    public LoggedMinutes(ReadingLog history, Supplier<RegistrySnapshot> registry, FlagTable flags) {
        this.history = history;
        this.registry = registry;
        this.flags = flags;
    }

    /**
     * Of every factor that has a limit and of which a minute has come since an instant, at most two hours before.
     *
     * @throws ReadingLog.Unavailable if the log could not be asked
     */
    public List<OutletMinutes> of(OutletId id, Instant since, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        RegistrySnapshot known = registry.get();
        Optional<Outlet> outlet = known.registry().outletAt(id, hour);
        if (outlet.isEmpty()) {
            return List.of();
        }
        Duration interval = interval(known, id, hour);
        TreeSet<FactorCode> factors = new TreeSet<>();
        history.latest(id, Span.MINUTE, since)
                .forEach(latest -> factors.add(latest.figure().factor()));
        List<OutletMinutes> minutes = new ArrayList<>();
        for (FactorCode factor : factors) {
            known.limits()
                    .inForce(outlet.get(), factor, Averaging.HOUR, hour)
                    .limit()
                    .map(limit -> minutes(id, factor, limit, since, hour, interval))
                    .ifPresent(minutes::add);
        }
        return minutes;
    }

    private OutletMinutes minutes(
            OutletId id, FactorCode factor, Limit limit, Instant since, Instant hour, Duration interval) {
        Instant until = hour.plus(Duration.ofHours(1));
        List<ReadingLog.Point> converted =
                limit.referenceOxygen().isPresent() ? points(id, factor, Statistic.ZS_AVG, since, until) : List.of();
        List<ReadingLog.Point> points =
                converted.isEmpty() ? points(id, factor, Statistic.AVG, since, until) : converted;
        return new OutletMinutes(
                factor,
                limit,
                !converted.isEmpty(),
                points.stream().map(this::minute).toList(),
                interval);
    }

    private SeenMinute minute(ReadingLog.Point point) {
        return new SeenMinute(
                point.start(),
                counts(point) ? Optional.of(new Concentration(BigDecimal.valueOf(point.value()))) : Optional.empty());
    }

    /** A concentration is not below zero: what is reported below it is no measurement of one. */
    private boolean counts(ReadingLog.Point point) {
        return point.unit().equals(Unit.MILLIGRAMS_PER_CUBIC_METRE)
                && point.value() >= 0
                && point.flag().map(flags::usable).orElse(true);
    }

    private List<ReadingLog.Point> points(
            OutletId id, FactorCode factor, Statistic statistic, Instant since, Instant until) {
        return history.series(new ReadingLog.Figure(id, factor, statistic, Span.MINUTE), since, until, MOST_POINTS)
                .points();
    }

    private static Duration interval(RegistrySnapshot known, OutletId id, Instant hour) {
        return known.registry()
                .stationOf(id, hour)
                .flatMap(station -> known.profileAt(station.mn(), hour))
                .map(StationProfile::minuteInterval)
                .filter(interval -> interval.compareTo(Duration.ofMinutes(1)) >= 0)
                .orElse(Duration.ofMinutes(1));
    }
}
