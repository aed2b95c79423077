package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.BoilerDesign;
import io.stackwatch.simulator.boiler.BoilerPlan;
import io.stackwatch.simulator.boiler.FirePlan;
import io.stackwatch.simulator.boiler.Instruments;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.scenario.BoilerScenario;
import io.stackwatch.simulator.scenario.ServerTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Boiler servers for tests: a minute in a second from a morning in December. */
public final class BoilerFixture {

    /** When they are switched on. */
    public static final Instant START = Instant.parse("2026-12-10T00:00:00Z");

    /** Who may log in. */
    public static final Map<String, String> USERS = Map.of("operator", "right");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final double SCALE = 60;

    private BoilerFixture() {}

    /** With users, a day of history and transfer; every client's certificate is trusted. */
    public static ServerTraits openTraits() {
        return new ServerTraits(Duration.ofSeconds(5), Duration.ofHours(24), true, true, true, USERS);
    }

    /** The same, trusting only those certificates that are in its folder. */
    public static ServerTraits strictTraits() {
        return new ServerTraits(Duration.ofSeconds(5), Duration.ofHours(24), true, true, false, USERS);
    }

    static BoilerPlan plan(int number) {
        return new BoilerPlan(
                String.format("B%02d", number), BoilerDesign.ofTonnes(75), FirePlan.always(), number, List.of());
    }

    /** What a boiler that is sound shows. */
    static Instruments sound(int number) {
        return new Instruments(plan(number), SHANGHAI);
    }

    static BoilerScenario scenario(int boilers, List<Disorder> disorders, ServerTraits traits) {
        return new BoilerScenario(
                "a test",
                SHANGHAI,
                START,
                SCALE,
                traits,
                disorders,
                IntStream.rangeClosed(1, boilers).mapToObj(BoilerFixture::plan).toList());
    }

    /** A server with some boilers, at a free port. */
    public static BoilerServer start(int boilers, ServerTraits traits, Path folder)
            throws IOException, GeneralSecurityException {
        return start(boilers, traits, ServerOptions.local(folder));
    }

    static BoilerServer start(int boilers, List<Disorder> disorders, ServerTraits traits, Path folder)
            throws IOException, GeneralSecurityException {
        return BoilerServer.start(
                scenario(boilers, disorders, traits),
                ScaledClock.startingAt(START, SCALE, Clock.systemUTC()),
                ServerOptions.local(folder));
    }

    /** A server with some boilers. */
    public static BoilerServer start(int boilers, ServerTraits traits, ServerOptions options)
            throws IOException, GeneralSecurityException {
        return BoilerServer.start(
                scenario(boilers, List.of(), traits), ScaledClock.startingAt(START, SCALE, Clock.systemUTC()), options);
    }
}
