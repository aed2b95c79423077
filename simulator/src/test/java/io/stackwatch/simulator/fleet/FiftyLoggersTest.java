package io.stackwatch.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.hj212.client.ClientOptions;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.scenario.AfterCut;
import io.stackwatch.simulator.scenario.BacklogScenario;
import io.stackwatch.simulator.scenario.LoggerPlan;
import io.stackwatch.simulator.scenario.Scenario;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The scenario backlog-50: six hours without a link, an hour in a second. */
class FiftyLoggersTest {

    private static final Pattern HOUR = Pattern.compile(";MN=([^;]+);.*DataTime=20261123(\\d\\d)0000;");
    private static final List<String> MISSED = List.of("08", "09", "10", "11", "12", "13");

    @Test
    void thoseThatSendByThemselvesMissNoHourAndTheOthersWaitToBeAsked() throws Exception {
        Scenario fifty = BacklogScenario.fifty().withScale(3600);
        Set<String> automatic = fifty.loggers().stream()
                .filter(plan -> plan.traits().afterCut() == AfterCut.AUTOMATIC)
                .map(FiftyLoggersTest::mn)
                .collect(Collectors.toSet());
        Vertx vertx = Vertx.vertx();
        try (AskingHost host = new AskingHost()) {
            AskedFleet.await(Fleet.start(
                    vertx,
                    SocketAddress.inetSocketAddress(host.port(), "127.0.0.1"),
                    fifty,
                    ScaledClock.startingAt(fifty.start(), fifty.scale(), Clock.systemUTC()),
                    FleetOptions.defaults()
                            .withClient(ClientOptions.defaults()
                                    .withBackoff(Duration.ofMillis(10), Duration.ofMillis(50)))));

            host.await("the hours of the cut", it -> came(it).size() == automatic.size() * MISSED.size());
            host.await(
                    "an hour of everybody after it",
                    it -> it.packets("2061").stream()
                                    .filter(packet -> packet.contains("DataTime=20261123150000"))
                                    .count()
                            == fifty.loggers().size());

            assertEquals(
                    automatic,
                    came(host).stream().map(hour -> hour.split(" ", 2)[0]).collect(Collectors.toSet()));
        } finally {
            AskedFleet.await(vertx.close());
        }
    }

    /** Logger and hour of what was due while there was no link. */
    private static Set<String> came(AskingHost host) {
        return host.packets("2061").stream()
                .map(HOUR::matcher)
                .filter(Matcher::find)
                .filter(matcher -> MISSED.contains(matcher.group(2)))
                .map(matcher -> matcher.group(1) + " " + matcher.group(2))
                .collect(Collectors.toSet());
    }

    private static String mn(LoggerPlan plan) {
        return plan.identity().mn().value();
    }
}
