package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.forecast.RunningHour;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForecastApiTest {

    private static final OutletId OUTLET = new OutletId("DA001");

    private ApiRunning api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiRunning();
        api.city.add(CityFixture.outlet("DA001", CityFixture.HEAT, OutletView.State.REPORTING, "YELLOW", "41.00"));
        api.start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theRestOfTheHourIsToldWithItsFigureAndWithoutLegalEffect() throws Exception {
        api.running.put(OUTLET, List.of(hour(new HourForecast.StayBelow(new BigDecimal("20.00"), 30))));
        JsonObject answer = api.get(200, "forecast", "/api/v1/outlets/DA001/forecast");
        assertFalse(answer.getBoolean("legalEffect"));
        JsonObject line = answer.getJsonArray("factors").getJsonObject(0);
        assertEquals("STAY_BELOW", line.getString("prospect"));
        assertEquals("20.00", line.getJsonObject("mean").getString("value"));
        assertEquals("mg/m3", line.getJsonObject("mean").getString("unit"));
        assertEquals(30, line.getInteger("open"));
    }

    @Test
    void anHourWithoutAMeanHasNoFigureInsteadOfZero() throws Exception {
        api.running.put(OUTLET, List.of(hour(new HourForecast.NotJudgeable(30, 45))));
        JsonObject line = api.get(200, "forecast", "/api/v1/outlets/DA001/forecast")
                .getJsonArray("factors")
                .getJsonObject(0);
        assertEquals("NOT_JUDGEABLE", line.getString("prospect"));
        assertNull(line.getJsonObject("mean"));
    }

    @Test
    void anUnknownOutletIsNotFound() throws Exception {
        api.get(404, "forecast", "/api/v1/outlets/DA404/forecast");
    }

    private static RunningHour hour(HourForecast forecast) {
        Limit limit = new Limit(
                new LimitId("P1"),
                new LimitScope.OfOutlet(OUTLET),
                new FactorCode("a21026"),
                Concentration.of("35"),
                Optional.empty(),
                Averaging.HOUR,
                LimitSource.PERMIT,
                "91371500示例001P",
                "",
                Effective.ALWAYS,
                Verification.DESIGN);
        return new RunningHour(limit.factor(), CityFixture.NOON, limit, true, 30, 0, 30, forecast);
    }
}
