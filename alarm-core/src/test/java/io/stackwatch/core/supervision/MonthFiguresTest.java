package io.stackwatch.core.supervision;

import static io.stackwatch.core.supervision.CityMonthFixture.CUTOFF;
import static io.stackwatch.core.supervision.CityMonthFixture.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tree of a month and its lines are the same figures, and have one text. */
class MonthFiguresTest {

    @Test
    void theLinesOfATreeBecomeTheSameTreeAgain() {
        MonthFigures figures = MonthFigures.of(CityMonthFixture.worked());
        CityMonth again = figures.city();

        assertEquals(figures, MonthFigures.of(again));
        assertEquals(14, figures.lines().size());
        assertEquals(
                "94.48",
                again.counties()
                        .get(0)
                        .line()
                        .counts()
                        .effective()
                        .orElseThrow()
                        .percent(2)
                        .toPlainString());
        assertEquals(List.of(new RegionCode("371523")), again.counties().get(1).formerCodes());
        assertEquals(Optional.empty(), again.counties().get(1).meanOfEnterprises(), "not rated: no mean");
    }

    @Test
    void aMonthWithoutCountiesIsTheCityAlone() {
        CityMonth empty = CityMonthFixture.city(MONTH, Variant.REAL_TIME, CUTOFF);
        assertEquals(empty.counties(), MonthFigures.of(empty).city().counties());
    }

    /** The whole text: whoever changes a byte of it changes every digest that was ever printed. */
    @Test
    void theCanonicalTextIsThis() {
        assertEquals(
                """
                month,variant,cutoff,required,far_below
                2026-11,FINAL,2026-12-10T16:00:00Z,0.9,0.6
                level,county,enterprise,outlet,factor,name,due,received,must_be_valid,valid,stopped,exempt,own_outage,standard_check,former_codes,mean_of_enterprises,passing,rated
                CITY,,,,,,10200,9815,10200,9637,600,24,12,30,,,,
                COUNTY,371502,,,,东昌府区,10200,9815,10200,9637,600,24,12,30,,0.9557070707,2,2
                ENTERPRISE,371502,A,,,甲热电有限公司,6600,6220,6600,6063,600,24,12,30,,,,
                OUTLET,371502,A,A-DA001,,排放口 A-DA001,3000,2970,3000,2900,600,24,12,30,,,,
                FACTOR,371502,A,A-DA001,a21026,,3000,2970,3000,2900,600,24,12,30,,,,
                OUTLET,371502,A,A-DA002,,排放口 A-DA002,3600,3250,3600,3163,0,0,0,0,,,,
                FACTOR,371502,A,A-DA002,a21026,,3600,3250,3600,3163,0,0,0,0,,,,
                ENTERPRISE,371502,B,,,"乙水泥, ""三号""窑",3600,3595,3600,3574,0,0,0,0,,,,
                OUTLET,371502,B,B-DA001,,排放口 B-DA001,3600,3595,3600,3574,0,0,0,0,,,,
                FACTOR,371502,B,B-DA001,a34013,,3600,3595,3600,3574,0,0,0,0,,,,
                COUNTY,371503,,,,茌平区,0,0,0,0,0,0,0,0,371523,,0,0
                ENTERPRISE,371503,C,,,丙玻璃厂,0,0,0,0,0,0,0,0,,,,
                OUTLET,371503,C,C-DA001,,排放口 C-DA001,0,0,0,0,0,0,0,0,,,,
                FACTOR,371503,C,C-DA001,a21026,,0,0,0,0,0,0,0,0,,,,
                """,
                FiguresCsv.text(MonthFigures.of(CityMonthFixture.worked())));
    }

    @Test
    void howManyZerosADecimalWasWrittenWithMakesNoDifference() {
        FigureHead head = MonthFigures.of(CityMonthFixture.worked()).head();
        assertEquals(
                head,
                new FigureHead(
                        head.month(), head.variant(), head.cutoff(), new BigDecimal("0.9000"), new BigDecimal("0.6")));
    }

    @Test
    void linesThatDoNotBeginWithTheCityAreNoMonth() {
        MonthFigures figures = MonthFigures.of(CityMonthFixture.worked());
        assertThrows(
                IllegalArgumentException.class,
                () -> new MonthFigures(
                        figures.head(),
                        figures.lines().subList(1, figures.lines().size())));
    }

    @Test
    void linesOutOfTheirOrderAreNamed() {
        MonthFigures figures = MonthFigures.of(CityMonthFixture.worked());
        MonthFigures torn = new MonthFigures(
                figures.head(), List.of(figures.lines().get(0), figures.lines().get(4)));
        IllegalStateException refused = assertThrows(IllegalStateException.class, torn::city);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("line 1 is of "));
    }

    @Test
    void aLineWithoutWhatStandsAboveItIsRefused() {
        LinePlace county = LinePlace.of(new RegionCode("371502"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LinePlace(
                        Optional.empty(), Optional.of(new EnterpriseId("A")), Optional.empty(), Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new FigureLine(
                        county,
                        "county without its facts",
                        new MonthLine(Counts.NONE, Excluded.NONE),
                        Optional.empty()));
    }
}
