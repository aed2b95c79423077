package io.stackwatch.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.client.ClientOptions;
import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fault.SocketRecorder;
import io.stackwatch.simulator.scenario.DemoScenario;
import io.stackwatch.simulator.scenario.Scenario;
import io.stackwatch.simulator.scenario.ScenarioReader;
import io.stackwatch.simulator.scenario.ScenarioRefused;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fleet of one against a platform that answers; ten simulated minutes pass in a second. */
class FleetTest {

    private static final Pattern DATA_TIME = Pattern.compile("DataTime=(\\d{14})");

    private AnsweringPlatform platform;
    private Vertx vertx;

    @BeforeEach
    void open() throws Exception {
        platform = new AnsweringPlatform();
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
        platform.close();
    }

    @Test
    void aLoggerReportsItsRestartItsMinutesItsHourAndItsDay() throws Exception {
        Fleet fleet = start("2026-11-23T23:58:30+08:00", "edition: 2017", 600);

        platform.await("the day", it -> !it.frames("2031").isEmpty());

        assertTrue(
                platform.frames().get(0).contains(";CN=2081;"),
                platform.frames().get(0));
        assertTrue(platform.frames("2081").get(0).contains("RestartTime=202611232358"));
        platform.await("the hour", it -> !it.frames("2061").isEmpty());
        assertEquals("20261123230000", dataTime(platform.frames("2061").get(0)));
        assertEquals("20261123000000", dataTime(platform.frames("2031").get(0)));
        assertEquals("20261123235800", dataTime(platform.frames("2051").get(0)));
        assertTrue(platform.frames("2011").size() >= 2);
        await(fleet.close());
    }

    @Test
    void theEditionOf2005HasNoRestart() throws Exception {
        start("2026-11-23T11:59:30+08:00", "edition: 2005", 600);

        platform.await("minutes and an hour", it -> !it.frames("2061").isEmpty());

        assertEquals(List.of(), platform.frames("2081"));
        assertTrue(platform.frames("2061").get(0).contains(";02-Min="));
    }

    /** In the order of its age, marked RF=1 (HJ 212-2025 8.1.2); that new data goes first is tested at the queue. */
    @Test
    void afterACutWhatIsMissingIsFetchedUpInOrder() throws Exception {
        start("2026-11-23T11:00:00+08:00", "edition: 2025\n    cuts:\n      - {from: start+1m, to: start+6m30s}", 600);

        platform.await("the last minute of the cut", it -> it.frames("2051").stream()
                .anyMatch(frame -> dataTime(frame).equals("20261123110500") && frame.contains(";RF=1;")));

        List<String> backlog = platform.frames("2051").stream()
                .filter(frame -> frame.contains(";RF=1;"))
                .map(FleetTest::dataTime)
                .toList();
        assertEquals(backlog.stream().sorted().toList(), backlog);
        assertTrue(
                backlog.containsAll(List.of("20261123110100", "20261123110200", "20261123110300", "20261123110400")),
                backlog.toString());
        platform.await("a minute that is new again", it -> it.frames("2051").stream()
                .anyMatch(frame -> !frame.contains(";RF=1;") && dataTime(frame).compareTo("20261123110500") > 0));
    }

    @Test
    void atPowerOnTheHoursOfTheWindowAreFetchedUp() throws Exception {
        start(
                "2026-11-23T11:00:00+08:00",
                "edition: 2025\n    backfill: {from: \"yesterday 00:00\", to: \"today 00:00\"}",
                600);

        platform.await(
                "24 hours and the day",
                it -> it.frames("2061").size() >= 24 && !it.frames("2031").isEmpty());

        List<String> hours = platform.frames("2061").stream()
                .limit(24)
                .map(FleetTest::dataTime)
                .toList();
        assertEquals("20261122000000", hours.get(0));
        assertEquals("20261122230000", hours.get(23));
        assertTrue(platform.frames("2061").get(0).contains(";RF=1;"));
        assertEquals("20261122000000", dataTime(platform.frames("2031").get(0)));
    }

    @Test
    void aFaultOnCommandStrikesAndHeals() throws Exception {
        Fleet fleet = start("2026-11-23T11:00:00+08:00", "edition: 2017\n    name: kiln", 600);
        platform.await("a frame", it -> !it.frames("2051").isEmpty());

        String told = await(fleet.command("fault kiln unknown-mn for 2h"));

        assertTrue(told.startsWith("unknown-mn on 1 logger(s)"), told);
        platform.await("a stranger", it -> it.frames().stream()
                .anyMatch(frame -> frame.contains(";MN=FFFFFFFFFFFFFFFFFFFFFFFF;")));
        assertTrue(await(fleet.status()).spoiled() > 0);
        assertEquals("healed 1", await(fleet.command("heal all")));
        int strangers = strangers();
        int frames = platform.frames().size();
        platform.await("three more", it -> it.frames().size() > frames + 3);
        assertTrue(strangers() <= strangers + 1, "still striking");
    }

    @Test
    void aCommandThatMakesNoSenseIsAnsweredAndChangesNothing() throws Exception {
        Fleet fleet = start("2026-11-23T11:00:00+08:00", "edition: 2017", 600);

        assertEquals("no logger 'nobody'; try help", await(fleet.command("fault nobody bad-crc")));
        assertEquals("no fault 'bad-luck'; try help", await(fleet.command("fault all bad-luck")));
        assertEquals("no duration 'long'; try help", await(fleet.command("cut all for long")));
        assertEquals("no command 'dance'; try help", await(fleet.command("dance")));
        assertEquals(0, await(fleet.status()).spoiled());
    }

    /** What the fleet's own writer does with the connection, seen from the other end. */
    @Test
    void aFaultThatResetsReachesThePlatformAsAReset() throws Exception {
        try (SocketRecorder recorder = new SocketRecorder()) {
            Fleet fleet = start(
                    scenario(
                            "2026-11-23T11:00:00+08:00",
                            "edition: 2017\n    faults:\n      - {kind: reset, from: start-1h}",
                            600),
                    recorder.port());

            recorder.await("two resets", it -> it.resets() >= 2);
            assertTrue(recorder.text().startsWith("##"), recorder.text());
            assertTrue(await(fleet.status()).spoiled() >= 2);
        }
    }

    /** Decoded by the codec; the one logger that lies about its checksum is the only one that does. */
    @Test
    void theFramesOfTheDemonstrationAreWholeAndRightButForTheLiars() throws Exception {
        Fleet fleet = start(DemoScenario.liaocheng(), platform.port());

        platform.await("some hundred frames", it -> it.frames().size() > 600);

        Set<String> liars = new HashSet<>();
        for (String line : platform.frames()) {
            Frame frame = Frame.of(line.getBytes(StandardCharsets.UTF_8)).orElseThrow(() -> new AssertionError(line));
            assertEquals(frame.segmentLength(), frame.declaredLength(), line);
            if (!frame.crcMatches(CrcKind.HJ212)) {
                liars.add(DataSegment.of(frame).text(HeaderField.MN).orElse("?"));
            }
        }
        assertEquals(Set.of("DE3715260000000000000021"), liars);
        assertEquals(
                DemoScenario.liaocheng().loggers().size(), await(fleet.status()).connected());
    }

    private int strangers() {
        return (int) platform.frames().stream()
                .filter(frame -> frame.contains(";MN=FFFFFFFFFFFFFFFFFFFFFFFF;"))
                .count();
    }

    private Fleet start(String start, String more, double scale) throws Exception {
        return start(scenario(start, more, scale), platform.port());
    }

    private static Scenario scenario(String start, String more, double scale) throws ScenarioRefused {
        String text =
                """
                start: %s
                scale: %s
                loggers:
                  - mn: A1
                    plant: power
                    delay: 2s
                    factors: [so2, o2]
                    %s
                """
                        .formatted(start, scale, more);
        return new ScenarioReader().read("test", new StringReader(text), Optional.empty(), Instant.EPOCH);
    }

    private Fleet start(Scenario scenario, int port) throws Exception {
        FleetOptions options = FleetOptions.defaults()
                .withClient(ClientOptions.defaults().withBackoff(Duration.ofMillis(10), Duration.ofMillis(20)));
        return await(Fleet.start(
                vertx,
                SocketAddress.inetSocketAddress(port, "127.0.0.1"),
                scenario,
                ScaledClock.startingAt(scenario.start(), scenario.scale(), Clock.systemUTC()),
                options));
    }

    private static String dataTime(String frame) {
        Matcher matcher = DATA_TIME.matcher(frame);
        assertTrue(matcher.find(), frame);
        return matcher.group(1);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
