package io.stackwatch.core.supervision;

import static io.stackwatch.core.supervision.CityMonthFixture.CUTOFF;
import static io.stackwatch.core.supervision.CityMonthFixture.MONTH;
import static io.stackwatch.core.supervision.CityMonthFixture.county;
import static io.stackwatch.core.supervision.CityMonthFixture.enterprise;
import static io.stackwatch.core.supervision.CityMonthFixture.factor;
import static io.stackwatch.core.supervision.CityMonthFixture.outlet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.RateBand;
import io.stackwatch.core.transmission.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two versions of a month, line by line. */
class MonthDiffTest {

    @Test
    void theSameFiguresHaveNoDifference() {
        MonthFigures figures = MonthFigures.of(CityMonthFixture.worked());
        MonthDiff diff = MonthDiff.of(figures, figures, "asked for by the county");
        assertEquals(List.of(), diff.changes());
        assertEquals(14, diff.unchanged());
        assertEquals("asked for by the county", diff.reason());
    }

    @Test
    void oneHourLessChangesItsLineAndEveryLineAboveIt() {
        MonthDiff diff = MonthDiff.of(
                MonthFigures.of(CityMonthFixture.worked()),
                MonthFigures.of(CityMonthFixture.worked(2899, MONTH, Variant.FINAL, CUTOFF.plusSeconds(3600))),
                "late mark");

        assertEquals(
                List.of(
                        "CITY 9637 9636",
                        "COUNTY 9637 9636",
                        "ENTERPRISE 6063 6062",
                        "OUTLET 2900 2899",
                        "FACTOR 2900 2899"),
                diff.changes().stream()
                        .map(change -> change.place().level() + " "
                                + valid(change.before().orElseThrow()) + " "
                                + valid(change.after().orElseThrow()))
                        .toList());
        assertEquals(9, diff.unchanged());
        assertEquals(List.of(), diff.bandChanges());
    }

    @Test
    void aLineThatFallsBelowTheRequiredRateChangesItsBand() {
        MonthDiff diff = MonthDiff.of(month(90), month(89), "late mark");
        assertEquals(6, diff.changes().size() + diff.unchanged());
        MonthDiff.Change outlet = diff.bandChanges().get(3);
        assertEquals(LinePlace.Level.OUTLET, outlet.place().level());
        assertEquals(RateBand.PASSING, outlet.before().orElseThrow().band());
        assertEquals(RateBand.BELOW, outlet.after().orElseThrow().band());
    }

    @Test
    void linesThatCameAndWentHaveOneSide() {
        CityMonth before = city(enterprise("A", "甲", outlet("DA001", factor("a21026", 100, 95, 95))));
        CityMonth after = city(enterprise("B", "乙", outlet("DA002", factor("a21026", 100, 95, 95))));
        MonthDiff diff = MonthDiff.of(MonthFigures.of(before), MonthFigures.of(after), "registration corrected");

        assertEquals(
                List.of("ENTERPRISE new", "OUTLET new", "FACTOR new", "ENTERPRISE gone", "OUTLET gone", "FACTOR gone"),
                diff.changes().stream()
                        .map(change -> change.place().level()
                                + (change.before().isEmpty()
                                        ? " new"
                                        : change.after().isEmpty() ? " gone" : " both"))
                        .toList());
        assertEquals(6, diff.bandChanges().size());
        assertEquals(2, diff.unchanged(), "city and county");
    }

    @Test
    void otherMonthsAndOtherVariantsAreNotCompared() {
        MonthFigures figures = MonthFigures.of(CityMonthFixture.worked());
        assertThrows(
                IllegalArgumentException.class,
                () -> MonthDiff.of(
                        figures, MonthFigures.of(CityMonthFixture.worked(2900, MONTH, Variant.REAL_TIME, CUTOFF)), ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> MonthDiff.of(
                        figures,
                        MonthFigures.of(CityMonthFixture.worked(2900, MONTH.plusMonths(1), Variant.FINAL, CUTOFF)),
                        ""));
    }

    private static long valid(MonthDiff.Side side) {
        return side.line().counts().valid();
    }

    private static MonthFigures month(long valid) {
        return MonthFigures.of(city(
                enterprise("A", "甲", outlet("DA001", factor("a21026", 100, 95, valid))),
                enterprise("N", "无", new CityMonth.OutletMonth[0])));
    }

    private static CityMonth city(CityMonth.EnterpriseMonth... enterprises) {
        return CityMonthFixture.city(MONTH, Variant.FINAL, CUTOFF, county("371502", "东昌府区", enterprises));
    }
}
