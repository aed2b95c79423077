package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.Instruments;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.scenario.BoilerScenario;
import io.stackwatch.simulator.scenario.ServerTraits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Boilers behind an OPC UA server: one timer shows the samples of all of them and does to the server what is planned or
 * told. Safe for use by several threads; everything that changes it happens in the timer's thread.
 */
public final class BoilerServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoilerServer.class);

    /** So many instants are shown in a row; what is older is skipped when time runs too fast. */
    private static final int TURN = 50;

    private static final Duration SHORTEST_BEAT = Duration.ofMillis(10);
    private static final Duration LONGEST_BEAT = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final BoilerScenario scenario;
    private final ServerOptions options;
    private final ScaledClock clock;
    private final SampleGrid grid;
    private final List<Panel> panels;
    private final NodeBook book;
    private final Standstills standstills = new Standstills();
    private final PriorityQueue<ServerAct> acts = new PriorityQueue<>(Comparator.comparing(ServerAct::at));
    private final BoilerCommands commands;
    private final ScheduledExecutorService timer;
    private OwnCertificate own;
    private @Nullable RunningServer running;
    private Instant shownUntil;
    private long samples;
    private long skipped;

    private BoilerServer(BoilerScenario scenario, ScaledClock clock, ServerOptions options, OwnCertificate own) {
        this.scenario = scenario;
        this.options = options;
        this.clock = clock;
        this.own = own;
        this.grid = new SampleGrid(scenario.server().interval());
        this.shownUntil = grid.atOrBefore(clock.instant());
        this.panels = scenario.boilers().stream()
                .map(plan -> new Panel(new Instruments(plan, scenario.zone()), grid, shownUntil))
                .toList();
        this.book = new NodeBook(panels);
        this.commands = new BoilerCommands(panels, clock, scenario.server().history(), this::plan, this::count);
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "boilers");
            thread.setDaemon(true);
            return thread;
        });
        scenario.disorders().forEach(disorder -> acts.addAll(ServerAct.of(disorder)));
    }

    /**
     * Starts a server; the caller closes it.
     *
     * @throws IOException if the port is taken or the folder cannot be used
     * @throws GeneralSecurityException if the certificate in the folder cannot be used
     */
    public static BoilerServer start(BoilerScenario scenario, ScaledClock clock, ServerOptions options)
            throws IOException, GeneralSecurityException {
        ServerOptions found = options.port() == 0 ? onPort(options, freePort(options)) : options;
        BoilerServer server = new BoilerServer(scenario, clock, found, OwnCertificate.loadOrMake(found, today()));
        try {
            server.switchOn();
        } catch (IOException | GeneralSecurityException e) {
            server.timer.shutdownNow();
            throw e;
        }
        long beat = server.beat().toNanos();
        ScheduledFuture<?> unused =
                server.timer.scheduleWithFixedDelay(server::beatOnce, beat, beat, TimeUnit.NANOSECONDS);
        return server;
    }

    /** Where clients connect to. */
    public String endpointUrl() {
        return "opc.tcp://" + options.host() + ":" + options.port();
    }

    /** The port that it listens at, also while it is switched off. */
    public int port() {
        return options.port();
    }

    /** The certificate that it has now. */
    public X509Certificate certificate() {
        return inTimer(() -> own.certificate());
    }

    /** Carries out a line such as people type, and answers what became of it. */
    public String command(String line) {
        return inTimer(() -> commands.carryOut(line));
    }

    /** How it stands. */
    public BoilerStatus status() {
        return inTimer(this::count);
    }

    /** Switches it off, if it is on, for good. */
    @Override
    public void close() {
        if (timer.isShutdown()) {
            return;
        }
        inTimer(() -> {
            switchOff();
            return true;
        });
        timer.shutdownNow();
    }

    private void beatOnce() {
        try {
            Instant now = clock.instant();
            while (!acts.isEmpty() && !acts.peek().at().isAfter(now)) {
                carryOut(acts.poll().kind());
            }
            show(now);
        } catch (RuntimeException e) {
            LOG.error("event=beat-failed", e);
        }
    }

    private void show(Instant now) {
        Instant newest = grid.atOrBefore(now);
        long behind = grid.steps(shownUntil, newest);
        if (behind > TURN) {
            skipped += behind - TURN;
            shownUntil = newest.minus(grid.interval().multipliedBy(TURN));
        }
        while (shownUntil.isBefore(newest)) {
            shownUntil = shownUntil.plus(grid.interval());
            samples++;
            if (running != null) {
                running.watch().show(shownUntil);
            }
        }
    }

    private void plan(ServerAct act) {
        if (act.at().isAfter(clock.instant())) {
            acts.add(act);
        } else {
            carryOut(act.kind());
        }
    }

    private void carryOut(ServerAct.Kind kind) {
        LOG.info("event=server-act kind={}", kind);
        try {
            switch (kind) {
                case STOP -> switchOff();
                case START -> switchOn();
                case NEW_CERTIFICATE -> {
                    switchOff();
                    own = OwnCertificate.make(options, today());
                    switchOn();
                }
                case DROP_SESSIONS -> dropSessions();
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("event=server-act-failed kind={} error={}", kind, e.toString());
            acts.add(new ServerAct(
                    clock.instant().plusMillis((long) (RETRY.toMillis() * clock.scale())), ServerAct.Kind.START));
        }
    }

    private void switchOn() throws IOException, GeneralSecurityException {
        if (running == null) {
            running = RunningServer.start(options, scenario.server(), own, clock, this::contents);
            standstills.end(clock.instant());
        }
    }

    private void switchOff() {
        if (running != null) {
            running.stop();
            running = null;
            standstills.begin(clock.instant());
        }
    }

    private void dropSessions() {
        if (running != null) {
            running.dropSessions();
        }
    }

    private BoilerNamespace contents(OpcUaServer server, Watch watch) {
        ServerTraits traits = scenario.server();
        HistoryDesk history = new HistoryDesk(book, grid, traits.history(), standstills::kept, clock);
        Duration wall = Duration.ofNanos((long) (grid.interval().toNanos() / clock.scale()));
        return new BoilerNamespace(server, panels, book, watch, history, clock, wall);
    }

    private BoilerStatus count() {
        Instant now = clock.instant();
        RunningServer current = running;
        return new BoilerStatus(
                now,
                clock.scale(),
                current != null,
                panels.size(),
                book.size(),
                current == null ? 0 : current.watch().size(),
                current == null ? 0 : current.sessions(),
                samples,
                skipped,
                panels.stream()
                        .mapToInt(panel -> panel.instruments().wrong(now))
                        .sum());
    }

    private Duration beat() {
        Duration quarter = Duration.ofNanos((long) (grid.interval().toNanos() / clock.scale() / 4));
        if (quarter.compareTo(SHORTEST_BEAT) < 0) {
            return SHORTEST_BEAT;
        }
        return quarter.compareTo(LONGEST_BEAT) > 0 ? LONGEST_BEAT : quarter;
    }

    private <T> T inTimer(Callable<T> task) {
        try {
            return timer.submit(task).get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the boilers do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ServerOptions onPort(ServerOptions options, int port) {
        return new ServerOptions(options.bind(), options.host(), port, options.folder(), options.validUntil());
    }

    private static int freePort(ServerOptions options) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(options.bind()))) {
            return socket.getLocalPort();
        }
    }

    /** Certificates live by the wall clock, whatever the boilers' time is. */
    private static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneOffset.UTC));
    }
}
