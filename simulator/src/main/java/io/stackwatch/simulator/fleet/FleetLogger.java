package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.ClientCounters;
import io.stackwatch.connectors.hj212.client.ClientListener;
import io.stackwatch.connectors.hj212.client.Delivery;
import io.stackwatch.connectors.hj212.client.PendingStore;
import io.stackwatch.connectors.hj212.client.QueueOptions;
import io.stackwatch.connectors.hj212.client.UploadClient;
import io.stackwatch.connectors.hj212.client.UploadQueue;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fault.FaultyWriter;
import io.stackwatch.simulator.fault.Strike;
import io.stackwatch.simulator.plant.Episode;
import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.scenario.Intervals;
import io.stackwatch.simulator.scenario.LoggerPlan;
import io.stackwatch.simulator.scenario.Window;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** One logger at work: its schedule, its connection, its store. Lives in the fleet's context. */
final class FleetLogger {

    private final LoggerPlan plan;
    private final ZoneId zone;
    private final EventQueue events;
    private final FaultyWriter writer;
    private final UploadClient client;
    private final ReportEncoder encoder;
    private final PendingStore<Report> store;
    private final UploadQueue<Report> queue;
    private long delivered;

    FleetLogger(
            Vertx vertx, SocketAddress target, ScaledClock clock, EventQueue events, LoggerPlan plan, Settings with) {
        this.plan = plan;
        this.zone = with.zone();
        this.events = events;
        this.writer = new FaultyWriter(vertx, clock, plan.strikes());
        this.encoder = new ReportEncoder(plan, zone, clock);
        FleetOptions options = with.options();
        this.store = new PendingStore<>(options.fresh(), options.backlog());
        this.client = new UploadClient(vertx, target, options.client(), writer, new ClientListener() {
            @Override
            public void connected() {
                resume();
            }
        });
        Duration pause = Duration.ofNanos((long) (options.backlogPause().toNanos() / clock.scale()));
        this.queue = new UploadQueue<>(
                vertx, client, store, encoder, new QueueOptions(options.inFlight(), pause), this::attempted);
    }

    /** Switches it on at that instant: connects, reports the restart, fetches up what it should, and begins its rounds. */
    void powerOn(Instant at) {
        client.connect();
        if (plan.identity().edition() != Edition.Y2005) {
            queue.offer(new Report(Command.RESTART, at));
        }
        plan.backfill().ifPresent(this::fetchUp);
        plan.cuts().forEach(this::planCut);
        Intervals intervals = plan.intervals();
        if (!intervals.realtime().isZero()) {
            planRealtime(next(at, intervals.realtime()));
        }
        if (!intervals.minute().isZero()) {
            planSpans(Command.MINUTE, start(at, intervals.minute()), intervals.minute());
        }
        if (intervals.hours()) {
            planSpans(Command.HOUR, at.truncatedTo(ChronoUnit.HOURS), Duration.ofHours(1));
        }
        if (intervals.days()) {
            planSpans(
                    Command.DAY,
                    at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(),
                    Duration.ofDays(1));
        }
    }

    LoggerPlan plan() {
        return plan;
    }

    boolean isConnected() {
        return client.isConnected();
    }

    ClientCounters counters() {
        return client.counters();
    }

    int backlog() {
        return store.backlogSize();
    }

    long delivered() {
        return delivered;
    }

    long lost() {
        return store.lost();
    }

    long spoiled() {
        return writer.spoiled();
    }

    void strike(Strike strike) {
        writer.add(strike);
    }

    void heal() {
        writer.heal();
    }

    void episode(Episode episode) {
        encoder.recordWith(encoder.recorder().at(encoder.recorder().plant().with(episode)));
    }

    void planCut(Window window) {
        events.plan(window.from(), client::disconnect);
        events.plan(window.to(), client::connect);
    }

    Future<Void> close() {
        return client.close();
    }

    private void resume() {
        queue.pump();
    }

    private void attempted(Report report, Delivery delivery) {
        if (delivery.isDone()) {
            delivered++;
        }
    }

    private void fetchUp(Window window) {
        Instant hour = window.from().truncatedTo(ChronoUnit.HOURS);
        for (; !hour.plusSeconds(3600).isAfter(window.to()); hour = hour.plusSeconds(3600)) {
            queue.offerBacklog(new Report(Command.HOUR, hour));
        }
        Instant day =
                window.from().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        for (; !day.plus(Duration.ofDays(1)).isAfter(window.to()); day = day.plus(Duration.ofDays(1))) {
            if (!day.isBefore(window.from())) {
                queue.offerBacklog(new Report(Command.DAY, day));
            }
        }
    }

    /** A realtime value that cannot be sent at its moment is not kept: only spans are fetched up. */
    private void planRealtime(Instant at) {
        events.plan(at, () -> {
            if (client.isConnected()) {
                encoder.encode(new Report(Command.REALTIME, at), false).forEach(client::send);
            }
            planRealtime(at.plus(plan.intervals().realtime()));
        });
    }

    private void planSpans(Command command, Instant start, Duration length) {
        events.plan(start.plus(length).plus(plan.intervals().delay()), () -> {
            queue.offer(new Report(command, start));
            planSpans(command, start.plus(length), length);
        });
    }

    private static Instant start(Instant at, Duration step) {
        return at.minusSeconds(Math.floorMod(at.getEpochSecond(), step.toSeconds()))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant next(Instant at, Duration step) {
        Instant start = start(at, step);
        return start.isBefore(at) ? start.plus(step) : start;
    }

    /** What the loggers of a fleet share. */
    record Settings(ZoneId zone, FleetOptions options) {}
}
