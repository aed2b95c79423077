package io.stackwatch.gateway.app;

import com.microsoft.playwright.Page;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.console.Desk;
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
 * How long it takes from the last byte of an exceeding hour frame to the row on an officer's screen: a whole gateway, Debian's
 * Chromium at its list of alarms, each alarm of another outlet on another connection, first alone and then beside 2,000
 * connected loggers. The page's clock and ours are the machine's; a row counts when the frame after its insertion is drawn.
 *
 * <p>{@code mvn -B -Pbench-screen -pl gateway -am -DskipTests process-test-classes}. Arguments: scratch folder, alarms per run,
 * alarms per second.
 */
public final class ScreenLatencyBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LOGGERS = 2_000;
    /** A realtime datum of every logger each ten seconds. */
    private static final int FRAMES_PER_SECOND = 200;

    private static final int LOAD_WARM_UP = 10;
    private static final int WARM_UP_ALARMS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Notes when the row of an outlet is on the screen: after the frame that follows its insertion. */
    private static final String WATCH = "() => { window.drawn = {}; const look = () => { for (const row of"
            + " document.querySelectorAll('[data-outlet]')) { const outlet = row.dataset.outlet;"
            + " if (!(outlet in window.drawn)) { window.drawn[outlet] = 0; requestAnimationFrame(() =>"
            + " setTimeout(() => { window.drawn[outlet] = performance.timeOrigin + performance.now(); })); } } };"
            + " new MutationObserver(look).observe(document.body, { childList: true, subtree: true }); look(); }";

    private final Gateway gateway;
    private final LocalDateTime hour;
    private final double perSecond;
    private int nextStation = 1;

    private ScreenLatencyBenchmark(Gateway gateway, LocalDateTime hour, double perSecond) {
        this.gateway = gateway;
        this.hour = hour;
        this.perSecond = perSecond;
    }

    /** Runs it and prints a table. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = arguments.length > 0
                ? Files.createDirectories(Path.of(arguments[0]))
                : Files.createTempDirectory("screen-benchmark");
        int alarms = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        double perSecond = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 5;
        Config config = SmallCity.config(Files.createTempDirectory(scratch, "screen"));
        List<String> mns = new ArrayList<>(SmallCity.mns(WARM_UP_ALARMS + 2 * alarms));
        for (int i = 0; i < LOGGERS; i++) {
            mns.add(String.format(Locale.ROOT, "10AD%020d", i));
        }
        SmallCity.register(config, mns);
        SmallCity.person(config, "li", "李明");
        // nine minutes before a full hour: its frames may already come, and no deadline passes while it runs
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Clock clock =
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), hour.plus(Duration.ofMinutes(51))));
        try (Gateway gateway = Gateway.start(config, clock, 1);
                Desk desk = new Desk(gateway.webPort())) {
            new ScreenLatencyBenchmark(gateway, LocalDateTime.ofInstant(hour, ZONE), perSecond).run(desk, alarms);
        }
    }

    private void run(Desk desk, int alarms) throws Exception {
        Page page = desk.page("zh-CN", 1440, 900);
        desk.actAs(page, "li");
        desk.go(page, "/alarms");
        page.waitForTimeout(2_000);
        page.evaluate(WATCH);
        AlarmTimes.heading();
        measure(page, WARM_UP_ALARMS);
        measure(page, alarms).row("nothing");
        int seconds = (int) Math.ceil(alarms / perSecond) + 5;
        CompletableFuture<Figures> load = CompletableFuture.supplyAsync(() -> load(seconds));
        Pace.until(System.nanoTime() + LOAD_WARM_UP * 1_000_000_000L);
        measure(page, alarms).row(LOGGERS + " loggers");
        Figures figures = load.get();
        print(
                "load: %.0f frames/s acknowledged, p99 to 9014 %.2f ms, unanswered %d, unsent %d; faults of the page %d",
                figures.perSecond(),
                figures.p99() / 1e3,
                figures.unanswered(),
                figures.unsent(),
                desk.faults().size());
    }

    private Figures load(int seconds) {
        try {
            return LoadProcess.run(
                    gateway.loggerPort(), LOGGERS, String.valueOf(FRAMES_PER_SECOND), seconds, LOAD_WARM_UP);
        } catch (Exception failed) {
            throw new IllegalStateException("no load", failed);
        }
    }

    /** Times in milliseconds of the alarms that came to the screen. */
    private AlarmTimes measure(Page page, int alarms) throws Exception {
        Map<String, Double> sent = new LinkedHashMap<>();
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
                logger.getOutputStream().write(frame);
                Instant written = Instant.now();
                sent.put(SmallCity.outlet(mn), written.getEpochSecond() * 1e3 + written.getNano() / 1e6);
            }
            return drawn(page, sent);
        } finally {
            for (Socket logger : loggers) {
                logger.close();
            }
        }
    }

    private static AlarmTimes drawn(Page page, Map<String, Double> sent) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Double> times = new ArrayList<>();
        while (true) {
            times.clear();
            Map<?, ?> drawn = (Map<?, ?>) page.evaluate("() => window.drawn");
            sent.forEach((outlet, at) -> {
                if (drawn.get(outlet) instanceof Number when && when.doubleValue() > 0) {
                    times.add(when.doubleValue() - at);
                }
            });
            if (times.size() == sent.size() || System.nanoTime() > end) {
                return AlarmTimes.of(times, sent.size());
            }
            page.waitForTimeout(200);
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
