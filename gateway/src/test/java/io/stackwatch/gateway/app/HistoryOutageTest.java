package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.ReadingLog.Figure;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.history.InfluxOptions;
import io.stackwatch.gateway.history.InfluxReadingLog;
import io.stackwatch.gateway.history.InfluxServer;
import io.stackwatch.simulator.fault.MisbehavingLogger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** InfluxDB is gone for a while under load: loggers do not notice, the operator does, and afterwards nothing is missing. */
final class HistoryOutageTest {

    private static final Duration OUTAGE = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE = "outage";

    @TempDir
    private Path folder;

    @TempDir
    private Path influx;

    @RegisterExtension
    final MisbehavingLogger logger = new MisbehavingLogger();

    private int acknowledged;

    @Test
    void whatCameWhileTheHistorysServerWasDownIsAllThereAfterwards() throws Exception {
        try (InfluxServer server = InfluxServer.startIn(influx)) {
            Config config = SmallCity.config(folder)
                    .with(Settings.HISTORY_URL, server.url().toString())
                    .with(Settings.HISTORY_DATABASE, DATABASE)
                    .with(Settings.RETRY, "PT1S");
            SmallCity.register(config, SmallCity.mns(1));
            try (Gateway gateway = Gateway.start(config, SmallCity.clock(), 1)) {
                GatewayApi api = new GatewayApi(gateway.webPort());
                logger.connect(gateway.loggerPort());
                frames(100);
                awaitCaughtUp(api);
                int before = acknowledged;

                server.kill();
                long end = System.nanoTime() + OUTAGE.toNanos();
                while (System.nanoTime() < end) {
                    frames(1);
                }
                assertTrue(acknowledged > before + 100, () -> "acknowledged in the outage: " + (acknowledged - before));
                assertEquals("DEGRADED", api.part("history").get("status").asText());
                assertTrue(
                        api.part("history").get("figures").get("lag").asLong() > 0, "no lag while the server is down");
                assertEquals(200, api.health(), "the gateway works without the history");

                server.start();
                awaitCaughtUp(api);
                frames(100);
                awaitCaughtUp(api);
                assertEquals(0, api.part("history").get("figures").get("parked").asLong());
            }
            assertEquals(acknowledged, stored(server));
        }
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            logger.send(SmallCity.realtime(SmallCity.mn(1), SmallCity.MORNING.plusSeconds(acknowledged), "12.5"));
            assertTrue(logger.reply().contains("CN=9014"));
            acknowledged++;
        }
    }

    private static void awaitCaughtUp(GatewayApi api) {
        Eventually.holds(PATIENCE, "the history does not catch up", () -> {
            var history = api.part("history");
            return history.get("status").asText().equals("UP")
                    && history.get("figures").get("lag").asLong() == 0;
        });
    }

    /** How many seconds have their point, counted in windows that are too short to be thinned. */
    private static int stored(InfluxServer server) {
        Figure so2 = new Figure(
                new OutletId(SmallCity.outlet(SmallCity.mn(1))),
                new FactorCode("a21026"),
                Statistic.RTD,
                Span.REALTIME);
        Instant start = SmallCity.MORNING.atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        try (ReadingLog log =
                new InfluxReadingLog(InfluxOptions.at(server.url()).withDatabase(DATABASE))) {
            int points = 0;
            while (true) {
                int found = log.series(so2, start, start.plusSeconds(1_000), 2_000)
                        .points()
                        .size();
                if (found == 0) {
                    return points;
                }
                points += found;
                start = start.plusSeconds(1_000);
            }
        }
    }
}
