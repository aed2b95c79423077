package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.HourHeadingOver;
import io.stackwatch.core.alarm.MinutesCase;
import io.stackwatch.core.alarm.MinutesNearLimit;
import io.stackwatch.core.alarm.RunningCase;
import io.stackwatch.core.alarm.Sight;
import io.stackwatch.core.exceedance.ForecastCase;
import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.forecast.LoggedMinutes;
import io.stackwatch.gateway.forecast.OutletMinutes;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns plants before an hour exceeds (EX_PRE_RT, EX_PRE_H), once a minute, from the minutes of the reading log. At most so many outlets
 * are asked for in a sweep: those that are warned, then those that were near the limit last, then the others in turn; how many
 * had to wait is counted. A log that cannot be asked ends the sweep. Nothing legal follows. Woken by one thread.
 */
public final class WarningWatch implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarningWatch.class);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final List<AlarmType> TYPES = List.of(AlarmType.MINUTES_NEAR_LIMIT, AlarmType.HOUR_HEADING_OVER);

    private final RecordStore store;
    private final LoggedMinutes minutes;
    private final RuleParameters parameters;
    private final SeenStates states;
    private final WarningTurns turns;
    private final MinutesNearLimit nearLimit;
    private final HourHeadingOver headingOver;
    private final AtomicLong looked = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private Instant nextLook = Instant.MIN;

    /** @param most how many outlets are asked for in one sweep */
    public WarningWatch(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            LoggedMinutes minutes,
            RuleParameters parameters,
            EventSignal signal,
            int most) {
        this.store = store;
        this.minutes = minutes;
        this.parameters = parameters;
        this.states = new SeenStates(store, parameters, signal);
        this.turns = new WarningTurns(registry, parameters, most);
        this.nearLimit = new MinutesNearLimit(parameters);
        this.headingOver = new HourHeadingOver(parameters);
    }

    @Override
    public void fire(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(REST);
        Map<OutletId, List<Alarm>> warned = store.read(WarningWatch::warned);
        WarningTurns.Turn turn = store.read(handle -> turns.next(handle, warned.keySet(), now));
        skipped.addAndGet(turn.waiting());
        for (OutletId outlet : turn.outlets()) {
            try {
                look(outlet, warned.getOrDefault(outlet, List.of()), now);
                looked.incrementAndGet();
            } catch (ReadingLog.Unavailable | ReadingLog.Refused unavailable) {
                failed.incrementAndGet();
                LOG.warn("outlet={} minutes cannot be read why={}", outlet, unavailable.getMessage());
                return;
            } catch (RuntimeException broken) {
                failed.incrementAndGet();
                LOG.error("outlet={} cannot be warned why={}", outlet, broken.getMessage(), broken);
            }
        }
    }

    /** Outlets that were looked at, since start. */
    public long looked() {
        return looked.get();
    }

    /** Outlets that had to wait for a later sweep, since start; one that waits in several sweeps counts in each. */
    public long skipped() {
        return skipped.get();
    }

    /** Outlets that could not be looked at, since start. */
    public long failed() {
        return failed.get();
    }

    private static Map<OutletId, List<Alarm>> warned(Handle handle) {
        Map<OutletId, List<Alarm>> warned = new HashMap<>();
        for (AlarmType type : TYPES) {
            AlarmRecords.active(handle, type)
                    .forEach(alarm -> alarm.key().outlet().ifPresent(outlet -> warned.computeIfAbsent(
                                    outlet, absent -> new ArrayList<>())
                            .add(alarm)));
        }
        return warned;
    }

    private void look(OutletId outlet, List<Alarm> warned, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Instant back = now.minus(parameters.duration("warning.minutes.stale", now));
        List<OutletMinutes> known = minutes.of(outlet, back.isBefore(hour) ? back : hour, now);
        List<Seen> seen = new ArrayList<>();
        known.forEach(of -> seen.addAll(seen(outlet, of, hour, now)));
        warned.forEach(alarm -> over(alarm, hour, seen).ifPresent(seen::add));
        states.keep(handle -> seen, now);
    }

    private List<Seen> seen(OutletId outlet, OutletMinutes of, Instant hour, Instant now) {
        Limit limit = of.limit();
        List<Seen> seen = new ArrayList<>();
        if (!of.minutes().isEmpty()) {
            MinutesCase newest = new MinutesCase(of.minutes(), of.interval(), limit.allowed(), now);
            Instant since = nearLimit.since(newest).truncatedTo(ChronoUnit.HOURS);
            seen.add(new Seen(
                    new AlarmKey(outlet, of.factor(), AlarmType.MINUTES_NEAR_LIMIT, since),
                    nearLimit.see(newest),
                    hour,
                    true,
                    false));
        }
        OutletMinutes.Counted counted = of.in(hour);
        if (!counted.none()) {
            HourForecast forecast = HourForecast.of(
                    new ForecastCase(counted.valid(), counted.open(), limit.allowed()), parameters, hour);
            seen.add(new Seen(
                    new AlarmKey(outlet, of.factor(), AlarmType.HOUR_HEADING_OVER, hour),
                    headingOver.see(new RunningCase(hour, counted.valid(), limit.allowed(), forecast, now)),
                    hour,
                    false,
                    false));
        }
        return seen;
    }

    /** A warning about another hour than the running one is over, and so is one of which no minute is known. */
    private Optional<Seen> over(Alarm alarm, Instant hour, List<Seen> seen) {
        if (alarm.key().type().equals(AlarmType.HOUR_HEADING_OVER)
                && !alarm.key().firstHour().equals(hour)) {
            return Optional.of(new Seen(alarm.key(), headingOver.ended(), hour, false, false));
        }
        boolean known = seen.stream().anyMatch(one -> SeenStates.isOf(alarm, one.key()));
        return known
                ? Optional.empty()
                : Optional.of(new Seen(
                        alarm.key(),
                        new Sight.Over(AlarmReason.NOTHING_KNOWN, "no minute, or no limit any more"),
                        hour,
                        false,
                        false));
    }
}
