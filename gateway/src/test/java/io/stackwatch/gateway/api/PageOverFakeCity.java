package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The page over a small city that is not there, to look at while one works on the page: run the main method. */
final class PageOverFakeCity {

    private PageOverFakeCity() {}

    public static void main(String[] arguments) throws Exception {
        try (ApiRunning api = new ApiRunning()) {
            fill(api);
            api.start(ApiOptions.defaults());
            System.out.println("http://127.0.0.1:" + api.port() + "/");
            new CountDownLatch(1).await();
        }
    }

    private static void fill(ApiRunning api) {
        api.city.add(CityFixture.outlet("DA001", CityFixture.HEAT, OutletView.State.REPORTING, "YELLOW", "41.00"));
        api.city.add(CityFixture.outlet("DA002", CityFixture.BRICK, OutletView.State.NEVER_HEARD, null, "0"));
        api.city.add(CityFixture.outlet("DA003", CityFixture.STEEL, OutletView.State.SILENT, "ORANGE", "12.5"));
        for (int i = 4; i < 12; i++) {
            api.city.add(CityFixture.outlet(
                    "DA0" + (i < 10 ? "0" + i : i), CityFixture.STEEL, OutletView.State.REPORTING, null, "1" + i));
        }
        api.append(ApiRunning.FRAME.replace("2061", "2011"));
        api.append(ApiRunning.FRAME);
        AlarmView above = CityFixture.alarm("A-1", "YELLOW", CityFixture.HEAT, "41.00", CityFixture.NOW);
        api.city.add(CityFixture.history(above, CityFixture.evidence(2)));
        api.city.add(CityFixture.event(1, above));
        api.city.add(CityFixture.history(
                CityFixture.alarm("A-2", "RED", CityFixture.STEEL, "78.4", CityFixture.NOW.minusSeconds(700)),
                CityFixture.evidence(2)));
        api.city.add(CityFixture.history(
                CityFixture.alarm("A-3", "ORANGE", CityFixture.BRICK, null, CityFixture.NOW.minusSeconds(1_900))));
        api.city.add(CityFixture.history(CityFixture.acknowledged(
                CityFixture.alarm("A-4", "BLUE", CityFixture.BRICK, null, CityFixture.NOW.minusSeconds(4_000)),
                "李明",
                "已电话核实，企业停产检修",
                CityFixture.NOW)));
        api.city.add(CityFixture.history(CityFixture.county(
                "A-5", "89.90 % (899 of 1000 due hours valid), required 90 %", CityFixture.NOW.minusSeconds(5_000))));
        api.city.add(CityFixture.caseFile("C-1", CityFixture.NOON));
        for (int i = 0; i < 24; i++) {
            Instant start = CityFixture.NOON.minusSeconds(3_600L * i);
            String value = i == 5 ? null : i == 0 ? "41.00" : String.valueOf(22 + (i * 7) % 12) + ".4";
            String outcome = value == null ? "NOT_JUDGED" : i == 0 ? "EXCEEDS" : "WITHIN";
            api.city.add(CityFixture.hour(CityFixture.SO2, start, value, outcome));
        }
        for (int i = 0; i < 1_400; i++) {
            double value = 27 + 5 * Math.sin(i / 60.0) + i % 5;
            api.history.write(List.of(new ReadingLog.Entry(
                    new OutletId("DA001"),
                    new Reading(
                            new Mn("M1"),
                            new FactorCode("a21026"),
                            Span.REALTIME,
                            CityFixture.NOW.minusSeconds(60L * (1_400 - i)),
                            Statistic.ZS_RTD,
                            "",
                            BigDecimal.valueOf(value),
                            Unit.MILLIGRAMS_PER_CUBIC_METRE,
                            Optional.of(DataFlag.NORMAL)))));
        }
    }
}
