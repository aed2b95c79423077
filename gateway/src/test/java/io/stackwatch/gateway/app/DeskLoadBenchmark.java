package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.intake.LoadProcess;
import io.stackwatch.gateway.intake.LoadProcess.Figures;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Officers at their desks: sessions with open event streams and a mix of requests at a fixed rate, while 2,000 loggers send and an
 * hour exceeds each second. The gateway is a process of its own, behind its sign-in. A request's time counts from when it was due.
 *
 * <p>{@code mvn -B -Pbench-desk -pl gateway -am -DskipTests process-test-classes}. Arguments: scratch folder, seconds, officers,
 * requests per second.
 */
public final class DeskLoadBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PASSWORD = "desks-of-a-benchmark";
    private static final List<String> ACCOUNTS = List.of("officer", "head", "auditor", "reviewer");
    private static final int LOGGERS = 2_000;
    private static final int FRAMES_PER_SECOND = 200;
    private static final int LOAD_WARM_UP = 10;
    private static final int OTHER_OUTLETS = 400;
    private static final int ASKED_OUTLETS = 50;

    /** Seconds of half the rate that are not counted: a program that has just started counts and compiles. */
    private static final int WARM_UP = 30;

    /** What is asked, {outlet} and {alarm} being one of many; how often in a hundred. */
    private static final Map<String, Integer> MIX = new TreeMap<>(Map.of(
            "/api/v1/alarms?limit=100", 24,
            "/api/v1/outlets?limit=100", 12,
            "/api/v1/outlets/{outlet}", 14,
            "/api/v1/outlets/{outlet}/hours", 10,
            "/api/v1/outlets/{outlet}/readings?factor=a21026&span=HOUR", 10,
            "/api/v1/alarms/{alarm}", 12,
            "/api/v1/alarms/{alarm}/frames", 6,
            "/api/v1/case-files", 4,
            "/api/v1/rates", 2,
            "/api/v1/session", 6));

    private final int officers;
    private final int perSecond;
    private int nextStation = 1;
    private final Map<String, ConcurrentHistogram> times = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, AtomicInteger> heard = new ConcurrentHashMap<>();
    private final Map<String, Long> heardByAll = new ConcurrentHashMap<>();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    private DeskLoadBenchmark(int officers, int perSecond) {
        this.officers = officers;
        this.perSecond = perSecond;
    }

    /** Runs it and prints tables; with {@code gateway FOLDER INSTANT} it is the gateway. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("gateway")) {
            serve(Path.of(arguments[1]), Instant.parse(arguments[2]));
            return;
        }
        Path scratch = arguments.length > 0
                ? Files.createDirectories(Path.of(arguments[0]))
                : Files.createTempDirectory("desk-benchmark");
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 120;
        int officers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        int perSecond = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 50;
        Path folder = Files.createTempDirectory(scratch, "desks");
        Config config = config(folder);
        List<String> mns = new ArrayList<>(SmallCity.mns(OTHER_OUTLETS));
        for (int i = 0; i < LOGGERS; i++) {
            mns.add(String.format(Locale.ROOT, "10AD%020d", i));
        }
        SmallCity.register(config, mns);
        DemoAccounts.register(config, PASSWORD, Clock.systemUTC());
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Process gateway = process(folder, hour.plus(Duration.ofMinutes(51)));
        try (BufferedReader told = gateway.inputReader(StandardCharsets.UTF_8)) {
            String[] ports = told.readLine().split(" ", -1);
            new DeskLoadBenchmark(officers, perSecond)
                    .run(
                            gateway.pid(),
                            Integer.parseInt(ports[0]),
                            Integer.parseInt(ports[1]),
                            LocalDateTime.ofInstant(hour, ZONE),
                            seconds);
        } finally {
            gateway.destroyForcibly();
        }
    }

    private static Config config(Path folder) throws Exception {
        return SmallCity.config(folder).with(Settings.API_SIGN_IN, "required");
    }

    private static void serve(Path folder, Instant begins) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), begins));
        try (Gateway gateway = Gateway.start(config(folder), clock, 1)) {
            System.out.println(gateway.webPort() + " " + gateway.loggerPort());
            System.in.read();
        }
    }

    private static Process process(Path folder, Instant begins) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeskLoadBenchmark.class.getName(),
                        "gateway",
                        folder.toString(),
                        begins.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void run(long pid, int web, int door, LocalDateTime hour, int seconds) throws Exception {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        print("resident before anybody signs in: %d MB", memory(pid, "VmRSS"));
        long begun = System.nanoTime();
        List<SignedIn> desks = new ArrayList<>();
        for (int i = 0; i < officers; i++) {
            SignedIn desk = SignedIn.as(http, web, ACCOUNTS.get(i % ACCOUNTS.size()), PASSWORD);
            desk.listen(this::heard);
            desks.add(desk);
        }
        print(
                "%d sessions with open streams in %.1f s, one after the other (argon2id); resident %d MB",
                officers, (System.nanoTime() - begun) / 1e9, memory(pid, "VmRSS"));
        while (nextStation <= ASKED_OUTLETS) {
            send(door, SmallCity.mn(nextStation++), hour);
        }
        CompletableFuture<Figures> load = CompletableFuture.supplyAsync(() -> load(door, WARM_UP + seconds));
        Pace.until(System.nanoTime() + LOAD_WARM_UP * 1_000_000_000L);
        List<String> alarms = new ArrayList<>();
        for (JsonNode alarm : desks.get(0).read("/api/v1/alarms?limit=50").path("items")) {
            alarms.add(alarm.path("id").asText());
        }
        ask(desks, alarms, door, hour, WARM_UP, perSecond / 2);
        times.clear();
        sent.clear();
        refused.set(0);
        ask(desks, alarms, door, hour, seconds, perSecond);
        Figures figures = load.get();
        told(pid, figures);
    }

    private void ask(List<SignedIn> desks, List<String> alarms, int door, LocalDateTime hour, int seconds, int rate)
            throws Exception {
        List<String> hundred = new ArrayList<>();
        MIX.forEach((path, share) -> {
            for (int i = 0; i < share; i++) {
                hundred.add(path);
            }
        });
        Random random = new Random(7);
        ExecutorService askers = Executors.newFixedThreadPool(64);
        long due = System.nanoTime();
        for (int i = 0; i < seconds * rate; i++) {
            String path = hundred.get(random.nextInt(hundred.size()));
            SignedIn desk = desks.get(random.nextInt(desks.size()));
            String filled = path.replace("{outlet}", SmallCity.outlet(SmallCity.mn(1 + random.nextInt(ASKED_OUTLETS))))
                    .replace("{alarm}", alarms.get(random.nextInt(alarms.size())));
            due += 1_000_000_000L / rate;
            Pace.until(due);
            long at = due;
            askers.execute(() -> one(desk, path, filled, at));
            if (i % rate == 0 && nextStation <= OTHER_OUTLETS) {
                send(door, SmallCity.mn(nextStation++), hour);
            }
        }
        askers.shutdown();
        askers.awaitTermination(60, TimeUnit.SECONDS);
    }

    private void one(SignedIn desk, String path, String filled, long due) {
        try {
            if (desk.get(filled) == 200) {
                times.computeIfAbsent(path, absent -> new ConcurrentHistogram(3))
                        .recordValue(Math.max(1, (System.nanoTime() - due) / 1_000));
            } else {
                refused.incrementAndGet();
            }
        } catch (Exception failed) {
            refused.incrementAndGet();
        }
    }

    private void heard(String outlet, long when) {
        if (heard.computeIfAbsent(outlet, absent -> new AtomicInteger()).incrementAndGet() == officers) {
            heardByAll.put(outlet, when);
        }
    }

    private void send(int door, String mn, LocalDateTime hour) throws Exception {
        byte[] frame = SmallCity.hour(mn, hour, "41.5");
        try (Socket logger = new Socket(InetAddress.getLoopbackAddress(), door)) {
            sent.put(SmallCity.outlet(mn), System.nanoTime());
            logger.getOutputStream().write(frame);
            logger.setSoTimeout(10_000);
            logger.getInputStream().read();
        }
    }

    private void told(long pid, Figures figures) throws Exception {
        print("%-60s %7s %8s %8s %8s", "request", "count", "p50 ms", "p99 ms", "max ms");
        ConcurrentHistogram all = new ConcurrentHistogram(3);
        new TreeMap<>(times).forEach((path, one) -> {
            row(path, one);
            all.add(one);
        });
        row("all", all);
        ConcurrentHistogram last = new ConcurrentHistogram(3);
        sent.forEach((outlet, at) -> {
            Long when = heardByAll.get(outlet);
            if (when != null) {
                last.recordValue((when - at) / 1_000);
            }
        });
        row("alarm to the last of " + officers + " listeners", last);
        print(
                "refused or failed %d; alarms sent %d, heard by everybody %d; resident now %d MB, at the most %d MB",
                refused.get(), sent.size(), last.getTotalCount(), memory(pid, "VmRSS"), memory(pid, "VmHWM"));
        print(
                "load: %.0f frames/s acknowledged, p99 to 9014 %.2f ms, unanswered %d, unsent %d",
                figures.perSecond(), figures.p99() / 1e3, figures.unanswered(), figures.unsent());
    }

    private static Figures load(int door, int seconds) {
        try {
            return LoadProcess.run(door, LOGGERS, String.valueOf(FRAMES_PER_SECOND), seconds, LOAD_WARM_UP);
        } catch (Exception failed) {
            throw new IllegalStateException("no load", failed);
        }
    }

    /** A figure of the process in megabytes, as Linux tells it. */
    private static long memory(long pid, String name) throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1_024;
            }
        }
        return -1;
    }

    private static void row(String name, ConcurrentHistogram times) {
        print(
                "%-60s %7d %8.1f %8.1f %8.1f",
                name,
                times.getTotalCount(),
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                times.getMaxValue() / 1e3);
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
