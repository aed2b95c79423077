package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.intake.LoadProcess;
import io.stackwatch.gateway.intake.LoadProcess.Figures;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * How long it takes from an exceeding hour frame at the socket to its alarm at a listener of the event stream: a whole gateway
 * on embedded defaults, each alarm of another outlet on another connection, first alone and then beside 2,000 realtime
 * frames/s. Counted from before the frame's only write, so the write is in it.
 *
 * <p>{@code mvn -B -Pbench-alarm -pl gateway -am -DskipTests process-test-classes}, shorter with {@code -Dbench.alarms=50}.
 * Arguments: scratch folder, alarms per run, alarms per second.
 */
public final class AlarmLatencyBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LOAD_CONNECTIONS = 200;
    private static final int LOAD_RATE = 2_000;
    private static final int LOAD_WARM_UP = 4;
    private static final int WARM_UP_ALARMS = 100;
    private static final long PATIENCE_SECONDS = 30;

    private final Gateway gateway;
    private final LocalDateTime hour;
    private final double perSecond;
    private int nextStation = 1;

    private AlarmLatencyBenchmark(Gateway gateway, LocalDateTime hour, double perSecond) {
        this.gateway = gateway;
        this.hour = hour;
        this.perSecond = perSecond;
    }

    /** Runs it and prints a table. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = arguments.length > 0
                ? Files.createDirectories(Path.of(arguments[0]))
                : Files.createTempDirectory("alarm-benchmark");
        int alarms = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        double perSecond = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 20;
        Config config = SmallCity.config(Files.createTempDirectory(scratch, "alarms"));
        List<String> mns = new ArrayList<>(SmallCity.mns(WARM_UP_ALARMS + 2 * alarms));
        for (int i = 0; i < LOAD_CONNECTIONS; i++) {
            mns.add(String.format("10AD%020d", i));
        }
        SmallCity.register(config, mns);
        // nine minutes before a full hour: its frames may already come, and no deadline passes while it runs
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Clock clock =
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), hour.plus(Duration.ofMinutes(51))));
        try (Gateway gateway = Gateway.start(config, clock, 1)) {
            new AlarmLatencyBenchmark(gateway, LocalDateTime.ofInstant(hour, ZONE), perSecond).run(alarms);
        }
    }

    private void run(int alarms) throws Exception {
        AlarmTimes.heading();
        try (AlarmStream stream = new AlarmStream(gateway.webPort())) {
            measure(stream, WARM_UP_ALARMS);
            measure(stream, alarms).row("nothing");
            int seconds = (int) Math.ceil(alarms / perSecond) + 2;
            CompletableFuture<Figures> load = CompletableFuture.supplyAsync(() -> load(seconds));
            Pace.until(System.nanoTime() + LOAD_WARM_UP * 1_000_000_000L);
            measure(stream, alarms).row(LOAD_RATE + " frames/s offered");
            Figures figures = load.get();
            print(
                    "load: %.0f frames/s acknowledged, p99 to 9014 %.2f ms, unanswered %d, unsent %d",
                    figures.perSecond(), figures.p99() / 1e3, figures.unanswered(), figures.unsent());
        }
    }

    private Figures load(int seconds) {
        try {
            return LoadProcess.run(
                    gateway.loggerPort(), LOAD_CONNECTIONS, String.valueOf(LOAD_RATE), seconds, LOAD_WARM_UP);
        } catch (Exception failed) {
            throw new IllegalStateException("no load", failed);
        }
    }

    /** Times in nanoseconds, in order of length, of the alarms that came. */
    private AlarmTimes measure(AlarmStream stream, int alarms) throws Exception {
        Map<String, Long> sent = new LinkedHashMap<>();
        List<Socket> loggers = new ArrayList<>();
        try {
            long due = System.nanoTime();
            for (int i = 0; i < alarms; i++) {
                String mn = SmallCity.mn(nextStation++);
                byte[] frame = SmallCity.hour(mn, hour, "41.5");
                Socket logger = new Socket(InetAddress.getLoopbackAddress(), gateway.loggerPort());
                loggers.add(logger);
                logger.setTcpNoDelay(true);
                due += (long) (1e9 / perSecond);
                Pace.until(due);
                sent.put(SmallCity.outlet(mn), System.nanoTime());
                logger.getOutputStream().write(frame);
            }
            long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
            List<Double> times = new ArrayList<>();
            for (Map.Entry<String, Long> one : sent.entrySet()) {
                stream.raisedOf(one.getKey(), end).ifPresent(raised -> times.add((raised - one.getValue()) / 1e6));
            }
            return AlarmTimes.of(times, alarms);
        } finally {
            for (Socket logger : loggers) {
                logger.close();
            }
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
