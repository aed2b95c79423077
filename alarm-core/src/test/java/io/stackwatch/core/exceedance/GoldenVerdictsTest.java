package io.stackwatch.core.exceedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitBook;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.transmission.Due;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hour rule on real limits of the table, held against figures worked out by hand. */
final class GoldenVerdictsTest {

    private static final List<Limit> LIMITS = StandardLimits.load();
    private static final HourJudgement RULE = HourJudgement.load();

    @Test
    void everyGoldenHourHasTheVerdictThatWasWorkedOutByHand() {
        DataTable golden = DataTable.resource(GoldenVerdictsTest.class, "/golden/hour-verdicts.csv");
        Set<String> limits = new HashSet<>();
        for (DataTable.Row row : golden.rows()) {
            String place = "golden line " + row.line();
            Verdict verdict = judge(row);
            assertEquals(row.text("verdict"), HourFixture.name(verdict), place);
            Comparison used = verdict.comparison().orElseThrow();
            assertEquals(row.text("basis"), used.basis().name(), place);
            assertEquals(row.text("limit_id"), used.limit().id().value(), place);
            assertEquals(Concentration.of(row.text("limit")), used.limit().allowed(), place);
            assertEquals(
                    row.optional("ref_o2").map(OxygenContent::of), used.limit().referenceOxygen(), place);
            limits.add(row.text("limit_id"));
        }
        assertTrue(limits.size() >= 8, () -> "limits in the golden table: " + limits);
    }

    private static Verdict judge(DataTable.Row row) {
        Limit limit = LIMITS.stream()
                .filter(one -> one.id().value().equals(row.text("limit_id")))
                .findFirst()
                .orElseThrow();
        String category = limit.scope().match(o -> "", c -> c.category().value());
        FactorHour hour = new FactorHour(HourFixture.OUTLET, limit.factor(), Instant.parse("2026-11-23T00:00:00Z"));
        Outlet outlet = HourFixture.outlet(category);
        HourCase facts = HourCase.of(
                        hour,
                        new Due.Yes(),
                        outlet.minuteEvidence(),
                        LimitBook.of(LIMITS).inForce(outlet, limit.factor(), Averaging.HOUR, hour.start()))
                .withReport(HourFixture.report(hour, row.cell("avg"), row.cell("zs_avg")), MinuteTally.EMPTY);
        Optional<String> oxygen = row.optional("oxygen");
        return RULE.judge(
                oxygen.isPresent()
                        ? facts.withOxygen(HourFixture.oxygen(hour, oxygen.get()), MinuteTally.EMPTY)
                        : facts);
    }
}
