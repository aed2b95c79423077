package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.simulator.scenario.DemoScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A city whose past was played in fast time up to the eve of a decision, and which then goes on in everybody's time behind a
 * sign-in: 11 December 2026, three in the afternoon. November is counted, a fine has been discussed and waits for the head.
 */
public final class ConsoleCity implements AutoCloseable {

    /** Of every account. */
    public static final String PASSWORD = "desk-of-december-2026";

    /** Whose exceedance waits for the head's decision. */
    public static final String OUTLET = "DEMO-DA003";

    private static final String MN = "DE3715030000000000000003";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Instant PLANTS_UNTIL = Instant.parse("2026-11-27T14:05:00+08:00");
    private static final Instant AFTERNOON = Instant.parse("2026-12-11T15:00:00+08:00");

    private final String file;
    private final Gateway gateway;

    private ConsoleCity(String file, Gateway gateway) {
        this.file = file;
        this.gateway = gateway;
    }

    /** Plays the past in a folder and opens the doors. */
    public static ConsoleCity start(Path folder) throws Exception {
        Config config = SmallCity.config(folder);
        // the county's file is opened when the month is counted: with it the past ends with figures of November
        List<LadderAct> script = Stream.concat(
                        LadderAct.script().stream()
                                .filter(act -> act.file().equals("罚"))
                                .takeWhile(act -> !act.kind().equals("DECIDED")),
                        LadderAct.script().stream()
                                .filter(act -> act.file().equals("县"))
                                .limit(1))
                .toList();
        String file;
        StringWriter told = new StringWriter();
        try (LadderDemo past = LadderDemo.start(config, folder, DemoScenario.ladder(), script, PLANTS_UNTIL)) {
            if (!past.follow(new PrintWriter(told), Instant.now().plus(LONGEST))) {
                throw new IllegalStateException("the past was not played: " + told);
            }
            file = Objects.requireNonNull(past.files().get("罚"));
        }
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), AFTERNOON));
        DemoAccounts.register(config, PASSWORD, clock);
        return new ConsoleCity(file, Gateway.start(config.with(Settings.API_SIGN_IN, "required"), clock, 1));
    }

    /** The case file that waits for the head. */
    public String file() {
        return file;
    }

    public int webPort() {
        return gateway.webPort();
    }

    /** The logger of the outlet sends the hour from one o'clock on, with this mean of SO2. */
    public void sendHour(String so2) throws IOException {
        try (Socket logger = new Socket(InetAddress.getLoopbackAddress(), gateway.loggerPort())) {
            logger.setSoTimeout(10_000);
            LocalDateTime hour = LocalDateTime.ofInstant(AFTERNOON, ZONE).minusHours(2);
            logger.getOutputStream().write(SmallCity.hour(MN, hour, so2));
            if (logger.getInputStream().read() < 0) {
                throw new IOException("the gateway closed the connection without an answer");
            }
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
