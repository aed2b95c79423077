package io.stackwatch.gateway.forecast;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.exceedance.ForecastCase;
import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.exceedance.RuleParameters;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Running hours out of the minutes of the reading log.
 *
 * <p>A minute that has not come yet may still come and be valid, so it counts as open, however late it is: that the hour
 * cannot comply is never said too early. A minute without a mark counts as valid, as loggers leave marks out that say nothing.
 */
public final class LoggedHours implements RunningHours {

    private static final int MINUTES = 60;

    private final ReadingLog history;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final FlagTable flags;
    private final Clock clock;

    public LoggedHours(
            ReadingLog history,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            FlagTable flags,
            Clock clock) {
        this.history = history;
        this.registry = registry;
        this.parameters = parameters;
        this.flags = flags;
        this.clock = clock;
    }

    @Override
    public List<RunningHour> of(OutletId id) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        RegistrySnapshot known = registry.get();
        Optional<Outlet> outlet = known.registry().outletAt(id, hour);
        if (outlet.isEmpty()) {
            return List.of();
        }
        int interval = interval(known, id, hour);
        TreeSet<FactorCode> factors = new TreeSet<>();
        history.latest(id, Span.MINUTE, hour)
                .forEach(latest -> factors.add(latest.figure().factor()));
        List<RunningHour> running = new ArrayList<>();
        for (FactorCode factor : factors) {
            known.limits()
                    .inForce(outlet.get(), factor, Averaging.HOUR, hour)
                    .limit()
                    .flatMap(limit -> hour(id, factor, limit, hour, interval))
                    .ifPresent(running::add);
        }
        return running;
    }

    private Optional<RunningHour> hour(OutletId id, FactorCode factor, Limit limit, Instant hour, int interval) {
        List<ReadingLog.Point> converted =
                limit.referenceOxygen().isPresent() ? minutes(id, factor, Statistic.ZS_AVG, hour) : List.of();
        List<ReadingLog.Point> points =
                converted.isEmpty() ? minutes(id, factor, Statistic.AVG, hour) : converted;
        List<Concentration> valid = new ArrayList<>();
        int invalid = 0;
        for (ReadingLog.Point point : points) {
            int room = Math.min(interval, MINUTES - valid.size() - invalid);
            if (counts(point)) {
                valid.addAll(Collections.nCopies(room, new Concentration(BigDecimal.valueOf(point.value()))));
            } else {
                invalid += room;
            }
        }
        if (valid.isEmpty() && invalid == 0) {
            return Optional.empty();
        }
        int open = MINUTES - valid.size() - invalid;
        HourForecast forecast = HourForecast.of(new ForecastCase(valid, open, limit.allowed()), parameters, hour);
        return Optional.of(
                new RunningHour(factor, hour, limit, !converted.isEmpty(), valid.size(), invalid, open, forecast));
    }

    /** A concentration is not below zero: what is reported below it is no measurement of one. */
    private boolean counts(ReadingLog.Point point) {
        return point.unit().equals(Unit.MILLIGRAMS_PER_CUBIC_METRE)
                && point.value() >= 0
                && point.flag().map(flags::usable).orElse(true);
    }

    private List<ReadingLog.Point> minutes(OutletId id, FactorCode factor, Statistic statistic, Instant hour) {
        return history.series(
                        new ReadingLog.Figure(id, factor, statistic, Span.MINUTE),
                        hour,
                        hour.plus(Duration.ofHours(1)),
                        MINUTES)
                .points();
    }

    private static int interval(RegistrySnapshot known, OutletId id, Instant hour) {
        return known.registry()
                .stationOf(id, hour)
                .flatMap(station -> known.profileAt(station.mn(), hour))
                .map(StationProfile::minuteInterval)
                .map(Duration::toMinutes)
                .map(Math::toIntExact)
                .orElse(1);
    }
}
