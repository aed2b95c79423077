package io.stackwatch.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** HJ 212-2017 Appendix D, formulas 24 and 25; every expected figure was worked out by hand. */
class MeansTest {

    @Test
    void theMeanIsArithmeticAndNotWeighted() {
        Figures hour = Means.over(List.of(
                figures("10.00", "12.00", "14.00", "1.0", "N"),
                figures("11.00", "13.00", "19.50", "3.0", "N"),
                figures("9.50", "20.03", "31.00", "100.0", "N")));

        assertEquals(triple("9.50", "15.01", "31.00"), hour.measured());
        assertEquals(Optional.of(new BigDecimal("104.0")), hour.amount());
        assertEquals("N", hour.flag());
    }

    /** 0.125 lies in the middle: half to even keeps the 2; 0.375 rounds up to 0.38. */
    @Test
    void theMiddleIsRoundedToTheEvenDigit() {
        assertEquals(
                new BigDecimal("0.12"),
                Means.over(List.of(one("0.12", "N"), one("0.13", "N")))
                        .measured()
                        .avg());
        assertEquals(
                new BigDecimal("0.38"),
                Means.over(List.of(one("0.37", "N"), one("0.38", "N")))
                        .measured()
                        .avg());
    }

    @Test
    void whatIsNotNormalTakesNoPart() {
        List<Figures> minutes = minutes(59, 1);

        Figures hour = Means.over(minutes);

        assertEquals(new BigDecimal("10.00"), hour.measured().avg());
        assertEquals(new BigDecimal("10.00"), hour.measured().max());
    }

    /** 45 of 60 is exactly 75 %. */
    @Test
    void fortyFiveNormalMinutesMakeANormalHourAndFortyFourDoNot() {
        assertEquals("N", Means.over(minutes(45, 15)).flag());
        assertEquals("D", Means.over(minutes(44, 16)).flag());
    }

    @Test
    void withoutANormalValueTheOthersAreReportedWithTheirFlag() {
        Figures hour = Means.over(minutes(0, 60));

        assertEquals(new BigDecimal("99.00"), hour.measured().avg());
        assertEquals("D", hour.flag());
        assertTrue(hour.amount().isPresent());
    }

    /** C x (21 - O2ref) / (21 - O2): 28 x 15 / 11.5 = 36.5217...; regulation 2.2. */
    @Test
    void conversionIsTheFormulaOfTheStandard() {
        assertEquals(36.5217, new Conversion(6).of(28, 9.5), 1e-4);
        assertEquals(9999.99, new Conversion(6).of(28, 21));
    }

    private static List<Figures> minutes(int normal, int bad) {
        List<Figures> minutes = new ArrayList<>();
        for (int i = 0; i < normal; i++) {
            minutes.add(one("10.00", "N"));
        }
        for (int i = 0; i < bad; i++) {
            minutes.add(one("99.00", "D"));
        }
        return minutes;
    }

    private static Figures one(String value, String flag) {
        return figures(value, value, value, "1.0", flag);
    }

    private static Figures figures(String min, String avg, String max, String amount, String flag) {
        return new Figures(triple(min, avg, max), Optional.empty(), Optional.of(new BigDecimal(amount)), flag);
    }

    private static Triple triple(String min, String avg, String max) {
        return new Triple(new BigDecimal(min), new BigDecimal(avg), new BigDecimal(max));
    }
}
