package io.stackwatch.gateway.app;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.supervision.MonthMoment;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fleet.Fleet;
import io.stackwatch.simulator.fleet.FleetOptions;
import io.stackwatch.simulator.fleet.FleetStatus;
import io.stackwatch.simulator.scenario.Scenario;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A month of the pretended plants in fast time, up to its freeze: a gateway, loggers that send hours only, and the people who file and
 * decide. The clock stands until all loggers are connected, is slow at first, and stands again when the month is closed.
 */
final class MonthDemo implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final long LOOK_EVERY_MS = 500;

    /** A program that has just started is slow: so long, on the wall clock, the month passes at a fifth of its speed. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private static final double WARM_UP_PACE = 0.2;

    /** So long after the freeze, on the demonstration's clock, a month that is not closed is a fault. */
    private static final Duration CLOSED_WITHIN = Duration.ofDays(3);

    private final RunningParts parts = new RunningParts();
    private final HeldClock held = new HeldClock(Clock.systemUTC());
    private final Path folder;
    private final Scenario scenario;
    private final ScaledClock clock;
    private final YearMonth month;
    private final Gateway gateway;
    private final Fleet fleet;

    private MonthDemo(Config config, Path folder, Scenario scenario) throws Exception {
        this.folder = folder;
        this.scenario = scenario;
        this.month = MonthCalendar.monthOf(scenario.start());
        LocalDate firstDay = scenario.start().atZone(LegalTime.ZONE).toLocalDate();
        DemoSheets.ofLoggers(firstDay).register(config, folder);
        this.clock = ScaledClock.startingAt(scenario.start(), scenario.scale(), held);
        this.gateway = Gateway.start(config, clock, scenario.scale());
        parts.started("gateway", gateway);
        Vertx vertx = Vertx.vertx();
        parts.started("plants' network", () -> await(vertx.close()));
        SocketAddress door = SocketAddress.inetSocketAddress(gateway.loggerPort(), "127.0.0.1");
        this.fleet = await(Fleet.start(vertx, door, scenario, clock, FleetOptions.defaults()));
        parts.started("plants", () -> await(fleet.close()));
    }

    /** Registers the pretended plants, starts the gateway, switches the loggers on; their clock stands. */
    static MonthDemo start(Config config, Path folder, Scenario scenario) throws Exception {
        return new MonthDemo(config, folder, scenario);
    }

    /** For the person in front of the screen. */
    String whatToLookAt() {
        Duration wall = clock.wallUntil(freeze()).plusSeconds(Math.round(WARM_UP.toSeconds() * (1 - WARM_UP_PACE)));
        return """

                stackwatch demo: %s

                  page      http://127.0.0.1:%d/
                  API       http://127.0.0.1:%d/api/v1/rates?month=%s   /months/%s   (also /health, /metrics)
                  loggers   127.0.0.1:%d
                  data      %s
                  clock     %.0f times as fast as yours: an hour in %.2f s, the freeze of %s in %d s

                Both outlets of 冠县 lose days for good: the county falls below 90 %%. One of 莘县 sends eleven hours too late (即时
                is below 补全), one of 高唐县 stands and its stop is filed, two send hours with flags. What happens is told here.
                When the month is frozen the clock stands; look around, Ctrl-C ends it; the folder stays.

                """
                .formatted(
                        scenario.title(),
                        gateway.webPort(),
                        gateway.webPort(),
                        month,
                        month,
                        gateway.loggerPort(),
                        folder,
                        scenario.scale(),
                        3600 / scenario.scale(),
                        month,
                        wall.toSeconds());
    }

    /**
     * Lets the clock go and tells what happens until the month is frozen.
     *
     * @param until when to give up, on the wall clock
     * @return whether it was frozen; if not, why was told
     */
    boolean follow(PrintWriter out, Instant until) throws Exception {
        awaitLoggers();
        DemoApi api = new DemoApi(gateway.webPort());
        DemoPeople people = new DemoPeople(api);
        MonthWatch watch = new MonthWatch(api, month);
        Instant tooLate = freeze().plus(CLOSED_WITHIN);
        Instant warm = Instant.now().plus(WARM_UP);
        boolean warming = true;
        held.letGo(WARM_UP_PACE);
        while (!watch.frozen()) {
            if (warming && Instant.now().isAfter(warm)) {
                warming = false;
                held.letGo(1);
            }
            people.act(clock.instant()).ifPresent(out::println);
            watch.look().forEach(out::println);
            out.flush();
            if (!watch.frozen()
                    && (!clock.instant().isBefore(tooLate) || Instant.now().isAfter(until))) {
                tell(out, watch.notFrozen());
                return false;
            }
            pause();
        }
        held.hold();
        FleetStatus status = await(fleet.status());
        tell(out, watch.closed(folder, gateway.webPort()));
        out.printf(
                "  loggers   %d frames written, %d answered, %d written again, %d lost for want of room%n",
                status.written(), status.acknowledged(), status.resent(), status.lost());
        out.flush();
        return true;
    }

    private Instant freeze() {
        return MonthCalendar.load().due(MonthMoment.FREEZE, month);
    }

    private void awaitLoggers() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (FleetStatus status = await(fleet.status());
                status.connected() < status.loggers();
                status = await(fleet.status())) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(
                        "only " + status.connected() + " of " + status.loggers() + " loggers are connected");
            }
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }

    private static void tell(PrintWriter out, String text) {
        out.print(text);
        out.flush();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        parts.close();
    }
}
