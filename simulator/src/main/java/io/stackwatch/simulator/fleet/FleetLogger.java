package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.ClientCounters;
import io.stackwatch.connectors.hj212.client.ClientListener;
import io.stackwatch.connectors.hj212.client.UploadClient;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fault.FaultyWriter;
import io.stackwatch.simulator.fault.Lapse;
import io.stackwatch.simulator.fault.Lapses;
import io.stackwatch.simulator.fault.Strike;
import io.stackwatch.simulator.logger.Habits;
import io.stackwatch.simulator.logger.Handled;
import io.stackwatch.simulator.logger.LoggerState;
import io.stackwatch.simulator.logger.RequestDesk;
import io.stackwatch.simulator.plant.Episode;
import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.report.Report;
import io.stackwatch.simulator.scenario.LoggerPlan;
import io.stackwatch.simulator.scenario.Traits;
import io.stackwatch.simulator.scenario.Window;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** One logger at work: its connection, its rounds, its answers. Lives in the fleet's context. */
final class FleetLogger {

    private final LoggerPlan plan;
    private final EventQueue events;
    private final LoggerMemory memory;
    private final Lapses lapses;
    private final FaultyWriter writer;
    private final UploadClient client;
    private final ReportEncoder encoder;
    private final Uploads uploads;
    private final Rounds rounds;
    private final RequestDesk desk;
    private final Answering answering;
    private final HeardRequests heard = new HeardRequests();
    private int cuts;

    FleetLogger(
            Vertx vertx, SocketAddress target, ScaledClock clock, EventQueue events, LoggerPlan plan, Settings with) {
        this.plan = plan;
        this.events = events;
        this.memory = new LoggerMemory(first(plan), clock, with.zone());
        this.lapses = new Lapses(plan.lapses());
        this.writer = new FaultyWriter(vertx, clock, plan.strikes());
        this.encoder = new ReportEncoder(memory, lapses, plan.recorder(), plan.answers());
        this.client = new UploadClient(vertx, target, with.options().client(), writer, new Ear());
        Duration simulated = plan.traits().pace().orElse(with.options().backlogPause());
        Duration pause = Duration.ofNanos((long) (simulated.toNanos() / clock.scale()));
        this.uploads = new Uploads(vertx, client, encoder, memory, plan.traits().afterCut(), with.options(), pause);
        this.rounds = new Rounds(plan, memory, events, uploads);
        this.desk = new RequestDesk(plan.recorder().factors(), with.zone());
        this.answering = new Answering(vertx, client, encoder, pause);
    }

    /** Switches it on at that instant: connects, reports the restart, fetches up what it should, and begins its rounds. */
    void powerOn(Instant at) {
        client.connect();
        Instant shown = memory.state().shown(at);
        memory.become(memory.state().noting(shown, "", "开机"));
        if (plan.identity().edition() != Edition.Y2005) {
            uploads.late(new Report(Command.RESTART, shown));
        }
        plan.backfill().ifPresent(this::fetchUp);
        plan.cuts().forEach(this::planCut);
        rounds.begin(shown);
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
        return uploads.backlog();
    }

    long delivered() {
        return uploads.delivered();
    }

    long lost() {
        return uploads.lost();
    }

    long spoiled() {
        return writer.spoiled() + lapses.hits();
    }

    void strike(Strike strike) {
        writer.add(strike);
    }

    void lapse(Lapse lapse) {
        lapses.add(lapse, memory.now());
    }

    void heal() {
        writer.heal();
        lapses.heal();
    }

    void episode(Episode episode) {
        encoder.recordWith(encoder.recorder().at(encoder.recorder().plant().with(episode)));
    }

    /** Cuts may overlap: the network is back when the last one is over. */
    void planCut(Window window) {
        events.plan(window.from(), () -> {
            cuts++;
            answering.hush();
            client.disconnect();
        });
        events.plan(window.to(), () -> {
            cuts--;
            if (cuts == 0) {
                client.connect();
            }
        });
    }

    Future<Void> close() {
        return client.close();
    }

    private void asked(Frame frame) {
        if (!answering.hasRoom()) {
            return;
        }
        LoggerState before = memory.state();
        Handled right = desk.handle(frame, before, memory.now(), heard.has(frame));
        Handled handled = lapses.answer(right, before, memory.now());
        if (handled.equals(right)) {
            heard.add(frame);
        }
        memory.become(handled.state());
        boolean busyNow = handled.state().busy() && !before.busy();
        answering.give(handled.answers()).onComplete(done -> {
            if (busyNow) {
                memory.become(memory.state().withBusy(false));
            }
        });
        LoggerState.Patience patience = handled.state().patience();
        if (!patience.equals(before.patience())) {
            client.answerWithin(patience.overTime(), patience.reCount());
        }
        rounds.adapt(before);
        if (handled.state().activated() && !before.activated()) {
            uploads.resume();
        }
    }

    private void fetchUp(Window window) {
        ZoneId zone = memory.zone();
        Instant hour = window.from().truncatedTo(ChronoUnit.HOURS);
        for (; !hour.plusSeconds(3600).isAfter(window.to()); hour = hour.plusSeconds(3600)) {
            uploads.late(new Report(Command.HOUR, hour));
        }
        Instant day =
                window.from().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        for (; !day.plus(Duration.ofDays(1)).isAfter(window.to()); day = day.plus(Duration.ofDays(1))) {
            if (!day.isBefore(window.from())) {
                uploads.late(new Report(Command.DAY, day));
            }
        }
    }

    private static LoggerState first(LoggerPlan plan) {
        Traits traits = plan.traits();
        Habits habits =
                Habits.of(plan.intervals().realtime(), plan.intervals().minute(), traits.power(), traits.conditions());
        LoggerState state = LoggerState.of(plan.identity(), habits, traits.keeps())
                .withClock(traits.clock())
                .withKeys(traits.keys());
        return traits.activated() ? state : state.notActivated();
    }

    /** What loggers of a fleet share. */
    record Settings(ZoneId zone, FleetOptions options) {}

    /** Hears of the connection. */
    private final class Ear implements ClientListener {
        @Override
        public void connected() {
            heard.clear();
            uploads.resume();
        }

        @Override
        public void disconnected() {
            answering.hush();
        }

        @Override
        public void requested(Frame frame) {
            asked(frame);
        }
    }
}
