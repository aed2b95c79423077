package io.stackwatch.core.transmission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.ControlZone;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked example 1.6 of the regulation, to the last digit: June, 720 hours; PM, SO2, NOx, O2, flow. */
final class WorkedExampleTest {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final List<String> FACTORS = List.of("a34013", "a21026", "a21002", "a19001", "a00000");
    private static final CountTerms TERMS = CountFixture.TERMS;

    @Test
    void theRatesOfTheExampleComeOutToTheLastDigit() {
        CityMonth month = month(600);
        County county = month.counties().get(0);
        EnterpriseMonth a = county.enterprises().get(0);
        assertEquals("99.00 97.64 96.67", rates(a.outlets().get(0).line()));
        assertEquals("90.28 97.32 87.86", rates(a.outlets().get(1).line()));
        assertEquals("94.24 97.48 91.86", rates(a.line()));
        assertEquals("99.86 99.42 99.28", rates(county.enterprises().get(1).line()));
        assertEquals("96.23 98.19 94.48", rates(county.line()));
        assertEquals("96.23 98.19 94.48", rates(month.line()));
        assertEquals(
                "95.57",
                county.meanOfEnterprises()
                        .orElseThrow()
                        .movePointRight(2)
                        .setScale(2, java.math.RoundingMode.HALF_UP)
                        .toPlainString());
        assertEquals(2, county.passing());
        assertEquals(2, county.rated());
    }

    @Test
    void theOutletFailsAlthoughItsEnterpriseAndItsCountyPass() {
        County county = month(600).counties().get(0);
        EnterpriseMonth a = county.enterprises().get(0);
        assertEquals(RateBand.BELOW, band(a.outlets().get(1).line()));
        assertEquals(RateBand.PASSING, band(a.line()));
        assertEquals(RateBand.PASSING, band(county.line()));
        assertEquals(
                RateState.FAIL, RateState.of(a.outlets().get(1).line().counts().effective(), TERMS));
        assertEquals(RateState.WARN, RateState.of(a.line().counts().effective(), TERMS));
    }

    @Test
    void withoutTheDeclaredStopTheBoilerFails() {
        OutletMonth boiler =
                month(720).counties().get(0).enterprises().get(0).outlets().get(0);
        Rate rate = boiler.line().counts().effective().orElseThrow();
        assertEquals("80.56", rate.percent(2).toPlainString());
        assertFalse(rate.atLeast(TERMS.required()));
    }

    @Test
    void aRateJustBelowTheRequiredOneIsNotRoundedUpToPass() {
        Rate rate = new Rate(89_996, 100_000);
        assertEquals("90.00", rate.percent(2).toPlainString());
        assertFalse(rate.atLeast(new BigDecimal("0.90")));
        assertTrue(new Rate(9, 10).atLeast(new BigDecimal("0.90")));
    }

    private static CityMonth month(int dueOfBoiler) {
        CityCount count = new CityCount(registry(), JUNE);
        add(count, "A-DA001", dueOfBoiler, 2_970, 2_900);
        add(count, "A-DA002", 720, 3_250, 3_163);
        add(count, "B-DA001", 720, 3_595, 3_574);
        return count.month(Variant.FINAL, TERMS.freezeOf(JUNE), TERMS);
    }

    /** The hours of the outlet are spread over its five factors as evenly as whole hours go. */
    private static void add(CityCount count, String outlet, int due, int received, int valid) {
        for (int i = 0; i < FACTORS.size(); i++) {
            Counts counts = new Counts(due, (received + i) / 5, due, (valid + i) / 5);
            count.add(
                    new OutletId(outlet),
                    new FactorCode(FACTORS.get(i)),
                    new MonthLine(counts, new Excluded(720 - due, 0, 0)));
        }
    }

    private static String rates(MonthLine line) {
        return List.of(
                        line.counts().transmission(),
                        line.counts().validity(),
                        line.counts().effective())
                .stream()
                .map(rate -> rate.orElseThrow().percent(2).toPlainString())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static RateBand band(MonthLine line) {
        return RateBand.of(line.counts().effective(), TERMS.required(), TERMS.farBelow());
    }

    private static Registry registry() {
        List<Outlet> outlets = new ArrayList<>();
        for (String id : List.of("B-DA001", "A-DA002", "A-DA001")) {
            outlets.add(new Outlet(
                    new OutletId(id),
                    new EnterpriseId(id.substring(0, 1)),
                    id,
                    new IndustryCode("D4412"),
                    Optional.empty(),
                    Optional.<ControlZone>empty(),
                    Set.of(),
                    MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                    Effective.ALWAYS));
        }
        RegionCode code = new RegionCode("371502");
        return Registry.of(RegistryRows.EMPTY
                .withRegions(List.of(new Region(
                        code, "东昌府区", "Dongchangfu", Optional.empty(), Effective.ALWAYS, Verification.VERIFIED)))
                .withEnterprises(List.of(
                        new Enterprise(new EnterpriseId("A"), "A", code, Effective.ALWAYS),
                        new Enterprise(new EnterpriseId("B"), "B", code, Effective.ALWAYS)))
                .withOutlets(outlets));
    }
}
