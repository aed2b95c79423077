package io.stackwatch.gateway.app;

import static io.stackwatch.gateway.app.AskedOverSocket.await;
import static io.stackwatch.gateway.app.AskedOverSocket.kinds;
import static io.stackwatch.gateway.app.AskedOverSocket.order;
import static io.stackwatch.gateway.app.AskedOverSocket.qn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.gateway.config.Config;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests from an order over HTTP to a logger's socket and back, in a whole gateway. */
final class RequestsThroughTheGatewayTest {

    /** The number that HJ 212-2017 C.43 prints, whatever was asked. */
    private static final String PRINTED = "20160801085857223";

    @TempDir
    private static Path folder;

    private static Gateway gateway;
    private static GatewayApi api;

    @BeforeAll
    static void start() throws Exception {
        Config config = SmallCity.config(folder);
        SmallCity.register(config, SmallCity.mns(5));
        gateway = Gateway.start(config, SmallCity.clock(), 1);
        api = new GatewayApi(gateway.webPort());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static AskedOverSocket logger(int station) {
        return new AskedOverSocket(gateway.loggerPort(), SmallCity.mn(station), SmallCity.MORNING);
    }

    @Test
    void aRequestIsSentAnsweredAndLinkedToTheFramesThatCame() throws Exception {
        try (AskedOverSocket logger = logger(1)) {
            long id = order(api, SmallCity.mn(1), 1061, "");
            String request = logger.request();
            assertTrue(request.endsWith(";ST=31;CN=1061;PW=123456;MN=" + SmallCity.mn(1) + ";Flag=5;CP=&&&&"), request);
            logger.says(qn(request), 9011, "QnRtn=1")
                    .says(qn(request), 1061, "RtdInterval=30")
                    .says(qn(request), 9012, "ExeRtn=1");
            JsonNode file = await(api, id, "DONE");
            assertEquals("ORDERED SENT ANSWERED DATA RESULTED", kinds(file));
            assertEquals("执行成功", file.get("exchange").get("result").get("zh").asText());
            JsonNode frames = api.get("/api/v1/exchanges/" + id + "/frames").get("items");
            assertEquals(3, frames.size());
            assertTrue(frames.get(1).get("text").asText().contains("RtdInterval=30"));
        }
    }

    @Test
    void aRequestToALoggerThatIsAwayGoesOutWhenItSpeaks() throws Exception {
        long id = order(api, SmallCity.mn(2), 1061, "");
        assertEquals("ORDERED", kinds(await(api, id, "QUEUED")));
        try (AskedOverSocket logger = logger(2)) {
            String request = logger.request();
            logger.says(qn(request), 9011, "QnRtn=2");
            JsonNode file = await(api, id, "REFUSED");
            assertEquals(
                    "rejected", file.get("exchange").get("answer").get("en").asText());
        }
    }

    /** Two requests, answered by the very same bytes: the intake must not take the second answer for a repeat. */
    @Test
    void aLoggerThatAlwaysAnswersWithThePrintedNumberIsUnderstoodEveryTime() throws Exception {
        try (AskedOverSocket logger = logger(3)) {
            for (int time = 1; time <= 2; time++) {
                long id = order(api, SmallCity.mn(3), 1061, "");
                logger.request();
                logger.says(PRINTED, 9011, "QnRtn=1");
                await(api, id, "EXECUTING");
                logger.says(PRINTED, 9012, "ExeRtn=1");
                JsonNode file = await(api, id, "DONE");
                assertEquals(
                        "WRONG_QN",
                        file.get("exchange").get("deviations").get(0).asText());
            }
        }
    }

    @Test
    void aSecondRequestWaitsForTheFirstAndLeavesWithItsEnd() throws Exception {
        try (AskedOverSocket logger = logger(4)) {
            long first = order(api, SmallCity.mn(4), 1061, "");
            long second = order(api, SmallCity.mn(4), 1063, "");
            String request = logger.request();
            await(api, second, "QUEUED");
            logger.says(qn(request), 9012, "ExeRtn=100").says(qn(request), 9012, "ExeRtn=100");
            await(api, first, "FAILED");
            assertTrue(logger.request().contains("CN=1063"));
        }
    }

    @Test
    void aControlLeavesOnlyWhenASecondPersonLetsItGo() throws Exception {
        try (AskedOverSocket logger = logger(5)) {
            long id = order(api, SmallCity.mn(5), 1012, "{\"name\": \"SystemTime\", \"value\": \"now\"}");
            await(api, id, "ORDERED");
            api.post("/api/v1/exchanges/" + id + "/release", "{\"by\": \"Li\"}");
            String request = logger.request();
            assertTrue(request.contains("CN=1012"), request);
            assertTrue(request.contains("CP=&&SystemTime=202611240"), request);
        }
    }

    @Test
    void healthAndMetricsSpeakOfExchanges() throws Exception {
        assertEquals("UP", api.part("exchanges").get("status").asText());
        String metrics = api.text("/metrics");
        assertTrue(metrics.contains("stackwatch_exchanges_open{state=\"QUEUED\"}"), metrics);
        assertTrue(metrics.contains("stackwatch_exchanges_resent_total 0.0"), metrics);
    }
}
