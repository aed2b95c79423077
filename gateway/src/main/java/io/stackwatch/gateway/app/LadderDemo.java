package io.stackwatch.gateway.app;

import io.stackwatch.core.measurement.LegalTime;
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
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The legal ladder in fast time: a gateway, a few pretended plants that send hours, and the officers of a script, who act over the API
 * on the days that the deadlines allow. The clock runs from act to act and stands while somebody acts.
 */
final class LadderDemo implements AutoCloseable {

    private static final Set<String> PLAYED = Set.of(
            "DEMO-E02", "DEMO-DA003", "DEMO-E14", "DEMO-DA016", "DEMO-E17", "DEMO-DA019", "DEMO-E24", "DEMO-DA026");

    private static final long PATIENCE_SECONDS = 60;
    private static final long READY_SECONDS = 180;
    private static final long LOOK_EVERY_MS = 50;
    private static final int LOOKS_OF_A_MINUTE = 20;

    /** A program that has just started is slow: up to the first act time passes at a fifth of its speed. */
    private static final double WARM_UP_PACE = 0.2;

    /** By less than this the clock may stand before where it was to stop. */
    private static final Duration ROUNDED = Duration.ofMillis(500);

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RunningParts parts = new RunningParts();
    private final HeldClock held = new HeldClock(Clock.systemUTC());
    private final Path folder;
    private final Scenario scenario;
    private final List<LadderAct> script;
    private final Instant plantsUntil;
    private final ScaledClock clock;
    private final Gateway gateway;
    private final LadderDesk desk;
    private final Fleet fleet;
    private final AtomicBoolean plantsOn = new AtomicBoolean(true);

    private LadderDemo(Config config, Path folder, Scenario scenario, List<LadderAct> script, Instant plantsUntil)
            throws Exception {
        this.folder = folder;
        this.scenario = scenario;
        this.script = List.copyOf(script);
        this.plantsUntil = plantsUntil;
        LocalDate firstDay = scenario.start().atZone(LegalTime.ZONE).toLocalDate();
        DemoSheets.of(PLAYED, firstDay).register(config, folder);
        this.clock = ScaledClock.startingAt(scenario.start(), scenario.scale(), held);
        this.gateway = Gateway.start(config, clock, scenario.scale());
        parts.started("gateway", gateway);
        this.desk = new LadderDesk(new DemoApi(gateway.webPort()));
        Vertx vertx = Vertx.vertx();
        parts.started("plants' network", () -> await(vertx.close()));
        SocketAddress door = SocketAddress.inetSocketAddress(gateway.loggerPort(), "127.0.0.1");
        this.fleet = await(Fleet.start(vertx, door, scenario, clock, FleetOptions.defaults()));
        parts.started("plants", this::switchOff);
    }

    /**
     * Registers the pretended plants, starts the gateway, switches the loggers on; their clock stands.
     *
     * @param script who does what when
     * @param plantsUntil when the plants are switched off; from then on the clock is set forward from act to act
     */
    static LadderDemo start(Config config, Path folder, Scenario scenario, List<LadderAct> script, Instant plantsUntil)
            throws Exception {
        return new LadderDemo(config, folder, scenario, script, plantsUntil);
    }

    /** For the person in front of the screen. */
    String whatToLookAt() {
        return """

                stackwatch demo: %s

                  page      http://127.0.0.1:%d/
                  API       http://127.0.0.1:%d/api/v1/case-files   /case-figures   (also /cases, /alarms, /health, /metrics)
                  data      %s
                  clock     %.0f times as fast as yours, and standing while somebody acts; %d acts until %s

                罚: 热电二厂 emits too much, is fined, and does not pay. 热: a boiler that heats homes does not correct, and is fined by the
                day. 县: 冠县 lost hours in November, is listed, and written off after its next full month. Officers act over the API; who
                acts before the calendar allows it is refused. Behind the last act the clock stands; Ctrl-C ends it; the folder stays.

                """
                .formatted(
                        scenario.title(),
                        gateway.webPort(),
                        gateway.webPort(),
                        folder,
                        scenario.scale(),
                        script.size(),
                        SHOWN.format(LocalDateTime.ofInstant(
                                script.get(script.size() - 1).at(), LegalTime.ZONE)));
    }

    /**
     * Plays the script and tells what the desk answers.
     *
     * @param until when to give up, on the wall clock
     * @return whether it was played to its end and the audit trail is whole; if not, or if the desk refuses an act, that was told in a line
     */
    boolean follow(PrintWriter out, Instant until) throws Exception {
        awaitLoggers();
        double pace = WARM_UP_PACE;
        for (LadderAct act : script) {
            if (!advance(act.at(), pace, until) || !awaitReady(act, until)) {
                out.println("THE LADDER STOPS before " + act.kind() + " of " + act.file() + " at " + now()
                        + ": its time or what it is about did not come");
                out.flush();
                return false;
            }
            pace = 1;
            String at = now();
            try {
                desk.act(act).forEach(line -> out.println((line.startsWith(" ") ? " " : at + " ") + line));
            } catch (LadderRefusal refused) {
                out.println(at + " " + refused.getMessage());
                out.flush();
                return false;
            }
            out.flush();
        }
        out.println();
        out.println("The ladder is played. Files, amounts, trail:");
        desk.end().forEach(out::println);
        if (plantsOn.get()) {
            FleetStatus status = await(fleet.status());
            out.printf(
                    "  loggers: %d frames written, %d answered, %d written again, %d lost for want of room%n",
                    status.written(), status.acknowledged(), status.resent(), status.lost());
        }
        out.printf("  API: http://127.0.0.1:%d, data: %s%n%n", gateway.webPort(), folder);
        out.flush();
        return desk.trailIsWhole();
    }

    /** The ids of the files, by their names in the script. */
    Map<String, String> files() {
        return desk.files();
    }

    /** The gateway at which they act. */
    Gateway gateway() {
        return gateway;
    }

    /** Lets time pass until then; false if it takes too long. */
    private boolean advance(Instant then, double pace, Instant until) throws Exception {
        if (plantsOn.get() && then.isAfter(plantsUntil)) {
            switchOff();
        }
        Duration ahead = clock.wallUntil(then);
        if (!plantsOn.get()) {
            held.setForward(ahead);
            return true;
        }
        held.letGoFor(pace, ahead);
        while (!held.stands()) {
            if (Instant.now().isAfter(until)) {
                held.hold();
                return false;
            }
            pause();
        }
        return true;
    }

    /** The clock all but stands, and the gateway has only to finish what is due by now. */
    private boolean awaitReady(LadderAct act, Instant until) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        for (int looks = 1; !desk.ready(act); looks++) {
            if (System.nanoTime() > end || Instant.now().isAfter(until)) {
                return false;
            }
            pause();
            if (looks % LOOKS_OF_A_MINUTE == 0) {
                creep();
            }
        }
        return true;
    }

    /** Lets a minute pass: what rests by this clock, such as the clerk of months, would never look again at one that stands. */
    private void creep() {
        Duration minute = clock.wallUntil(clock.instant().plus(Duration.ofMinutes(1)));
        if (plantsOn.get()) {
            held.letGoFor(1, minute);
        } else {
            held.setForward(minute);
        }
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

    private void switchOff() throws Exception {
        if (plantsOn.getAndSet(false)) {
            await(fleet.close());
        }
    }

    /** What the clock shows, to the minute. */
    private String now() {
        return SHOWN.format(LocalDateTime.ofInstant(clock.instant().plus(ROUNDED), LegalTime.ZONE));
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        parts.close();
    }
}
