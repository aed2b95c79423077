package io.stackwatch.simulator.fleet;

import io.stackwatch.simulator.logger.Habits;
import io.stackwatch.simulator.logger.KeyRing;
import io.stackwatch.simulator.logger.LoggerState;
import io.stackwatch.simulator.logger.Notices;
import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Report;
import io.stackwatch.simulator.scenario.Intervals;
import io.stackwatch.simulator.scenario.LoggerPlan;
import io.stackwatch.simulator.scenario.Traits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a logger says when, of its own accord. Lives in the fleet's context. */
final class Rounds {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration ACTIVATION = Duration.ofMinutes(1);

    private final LoggerPlan plan;
    private final LoggerMemory memory;
    private final EventQueue events;
    private final Uploads uploads;
    private final Notices notices;
    private final Round realtime;
    private final Round minutes;
    private final Round facilities;

    Rounds(LoggerPlan plan, LoggerMemory memory, EventQueue events, Uploads uploads) {
        this.plan = plan;
        this.memory = memory;
        this.events = events;
        this.uploads = uploads;
        this.notices = new Notices(memory.zone());
        this.realtime = moments(Command.REALTIME, Habits::realtime);
        this.minutes = spans(Command.MINUTE, () -> memory.state().habits().minute());
        this.facilities = moments(Command.FACILITY_STATE, Habits::realtime);
    }

    /**
     * The logger is switched on.
     *
     * @param shown what its clock shows then
     */
    void begin(Instant shown) {
        Intervals intervals = plan.intervals();
        adaptRealtime(shown);
        adaptMinutes(shown);
        adaptFacilities(shown);
        if (intervals.hours()) {
            begin(spans(Command.HOUR, () -> HOUR), shown.truncatedTo(ChronoUnit.HOURS), HOUR);
        }
        if (intervals.days()) {
            Instant midnight = shown.atZone(memory.zone())
                    .toLocalDate()
                    .atStartOfDay(memory.zone())
                    .toInstant();
            begin(spans(Command.DAY, () -> DAY), midnight, DAY);
        }
        beginOwn(shown);
    }

    /** The host has changed something. */
    void adapt(LoggerState before) {
        Habits old = before.habits();
        Habits habits = memory.state().habits();
        boolean otherTime = !before.clock().equals(memory.state().clock());
        Instant shown = memory.shown();
        if (otherTime || !old.realtime().equals(habits.realtime()) || old.realtimeOn() != habits.realtimeOn()) {
            adaptRealtime(shown);
        }
        if (!old.minute().equals(habits.minute())) {
            adaptMinutes(shown);
        }
        if (otherTime || !old.realtime().equals(habits.realtime()) || old.facilityOn() != habits.facilityOn()) {
            adaptFacilities(shown);
        }
    }

    private void adaptRealtime(Instant shown) {
        Habits habits = memory.state().habits();
        restart(realtime, shown, habits.realtimeOn() ? habits.realtime() : Duration.ZERO);
    }

    private void adaptFacilities(Instant shown) {
        Habits habits = memory.state().habits();
        restart(facilities, shown, habits.facilityOn() ? habits.realtime() : Duration.ZERO);
    }

    private void adaptMinutes(Instant shown) {
        Duration length = memory.state().habits().minute();
        if (length.isZero()) {
            minutes.end();
        } else {
            begin(minutes, start(shown, length), length);
        }
    }

    private void beginOwn(Instant shown) {
        Traits traits = plan.traits();
        restart(moments(Command.POWER, Habits::power), shown, traits.power());
        restart(moments(Command.CONDITIONS, Habits::conditions), shown, traits.conditions());
        if (!traits.heartbeat().isZero()) {
            repeat(traits.heartbeat(), this::heartbeat).begin(shown);
        }
        if (!traits.asksTimeAbove().isZero()) {
            repeat(HOUR, this::clockRequest).begin(shown);
        }
        if (traits.keys().isPresent()) {
            repeat(HOUR, this::keyRequest).begin(shown);
        }
        if (!traits.activated()) {
            repeat(ACTIVATION, this::activation).begin(shown);
        }
    }

    private void heartbeat() {
        if (memory.state().activated()) {
            uploads.notice(notices.heartbeat(memory.state(), memory.nextNumber()));
        }
    }

    private void clockRequest() {
        Duration wrong = memory.state().clock().offsetAt(memory.now()).abs();
        if (memory.state().activated() && wrong.compareTo(plan.traits().asksTimeAbove()) > 0) {
            uploads.notice(notices.clockRequest(memory.state(), memory.nextNumber()));
        }
    }

    private void keyRequest() {
        memory.state().keys().filter(this::isOld).ifPresent(keys -> {
            if (memory.state().activated()) {
                uploads.notice(notices.keyRequest(memory.state(), keys, memory.nextNumber()));
            }
        });
    }

    private boolean isOld(KeyRing keys) {
        Duration age = Duration.between(keys.created(), memory.shown());
        return age.compareTo(plan.traits().renewKeyAfter()) >= 0;
    }

    private void activation() {
        if (!memory.state().activated()) {
            uploads.notice(notices.activation(memory.state(), memory.nextNumber()));
        }
    }

    private Round repeat(Duration every, Runnable what) {
        return new Round(events, memory, moment -> moment.plus(every), moment -> what.run());
    }

    private Round moments(Command command, Function<Habits, Duration> interval) {
        return new Round(
                events,
                memory,
                moment -> moment.plus(interval.apply(memory.state().habits())),
                moment -> uploads.moment(new Report(command, moment)));
    }

    /** A span's round goes by the moments at which it is to be sent: its end and the logger's delay. */
    private Round spans(Command command, Supplier<Duration> length) {
        Duration delay = plan.intervals().delay();
        return new Round(
                events,
                memory,
                moment -> moment.plus(length.get()),
                moment -> uploads.span(new Report(command, moment.minus(delay).minus(length.get())), length.get()));
    }

    private void begin(Round spans, Instant start, Duration length) {
        spans.begin(start.plus(length).plus(plan.intervals().delay()));
    }

    private static void restart(Round moments, Instant shown, Duration interval) {
        if (interval.isZero()) {
            moments.end();
        } else {
            Instant start = start(shown, interval);
            moments.begin(start.isBefore(shown) ? start.plus(interval) : start);
        }
    }

    private static Instant start(Instant at, Duration step) {
        return at.minusSeconds(Math.floorMod(at.getEpochSecond(), step.toSeconds()))
                .truncatedTo(ChronoUnit.SECONDS);
    }
}
