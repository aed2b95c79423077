package io.stackwatch.gateway.forecast;

import io.stackwatch.core.exceedance.ForecastCase;
import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.OutletId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Running hours out of the minutes of the reading log.
 *
 * <p>A minute that has not come yet may still come and be valid, so it counts as open, however late it is: that the hour
 * cannot comply is never said too early.
 */
public final class LoggedHours implements RunningHours {

    private final LoggedMinutes minutes;
    private final RuleParameters parameters;
    private final Clock clock;

    public LoggedHours(LoggedMinutes minutes, RuleParameters parameters, Clock clock) {
        this.minutes = minutes;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public List<RunningHour> of(OutletId id) {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        return minutes.of(id, hour, now).stream().flatMap(of -> hour(of, hour)).toList();
    }

    private Stream<RunningHour> hour(OutletMinutes of, Instant hour) {
        OutletMinutes.Counted counted = of.in(hour);
        if (counted.none()) {
            return Stream.empty();
        }
        HourForecast forecast = HourForecast.of(
                new ForecastCase(counted.valid(), counted.open(), of.limit().allowed()), parameters, hour);
        return Stream.of(new RunningHour(
                of.factor(),
                hour,
                of.limit(),
                of.converted(),
                counted.valid().size(),
                counted.invalid(),
                counted.open(),
                forecast));
    }
}
