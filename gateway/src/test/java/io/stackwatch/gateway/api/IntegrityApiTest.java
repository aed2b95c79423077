package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.DetectionRow;
import io.stackwatch.gateway.records.FindingRow;
import io.stackwatch.gateway.records.OutletDay;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntegrityApiTest {

    private static final OutletDay DAY = new OutletDay(new OutletId("DA001"), LocalDate.of(2026, 11, 24));
    private static final String PATH = "/api/v1/integrity-findings?outlet=";

    private ApiRunning api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiRunning();
        api.city.add(CityFixture.outlet("DA001", CityFixture.HEAT, OutletView.State.REPORTING, "YELLOW", "41.00"));
        api.examined.add(new DetectionRow(
                DAY,
                2,
                Instant.parse("2026-11-25T05:00:00Z"),
                720,
                List.of("copied\tSUSPECTS\t1\t", "at-range\tCANNOT_SAY\tNO_RANGE\tno range of a21026"),
                List.of(new FindingRow(
                        "copied",
                        new FactorCode("a21026"),
                        DAY.window(),
                        "24 means as of 2026-11-23",
                        List.of("DA001\ta21026\t2026-11-24T01:00:00Z\t20.5\t17"),
                        24,
                        List.of("copied.hours=24"),
                        "alarm-1"))));
        api.start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aFindingIsShownWithItsFiguresAndEveryAnswerAlsoThatOneCannotSay() throws Exception {
        JsonObject answer = api.get(
                200,
                "integrityFindings",
                PATH + "DA001&from=2026-11-24T00:00:00%2B08:00&until=2026-11-25T00:00:00%2B08:00");
        JsonObject day = answer.getJsonArray("days").getJsonObject(0);
        assertEquals("2026-11-24", day.getString("day"));
        assertEquals("NO_RANGE", day.getJsonArray("answers").getJsonObject(1).getString("reason"));
        JsonObject finding = day.getJsonArray("findings").getJsonObject(0);
        assertEquals("copied", finding.getString("detector"));
        assertEquals(24, finding.getInteger("figureCount"));
        assertEquals("20.5", finding.getJsonArray("figures").getJsonObject(0).getString("value"));
    }

    @Test
    void theEndOfAPeriodIsNotInIt() throws Exception {
        JsonObject answer = api.get(
                200,
                "integrityFindings",
                PATH + "DA001&from=2026-11-23T00:00:00%2B08:00&until=2026-11-24T00:00:00%2B08:00");
        assertEquals("2026-11-23", answer.getString("lastDay"));
        assertEquals(0, answer.getJsonArray("days").size());
    }

    @Test
    void aPeriodThatIsTooLongAndAnOutletThatIsNotKnownAreRefused() throws Exception {
        api.get(400, "integrityFindings", PATH + "DA001&from=2026-01-01T00:00:00Z&until=2026-11-24T00:00:00Z");
        api.get(404, "integrityFindings", PATH + "DA404");
        api.get(400, "integrityFindings", "/api/v1/integrity-findings");
    }
}
