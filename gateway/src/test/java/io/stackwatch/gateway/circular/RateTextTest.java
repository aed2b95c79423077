package io.stackwatch.gateway.circular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.transmission.Rate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateTextTest {

    private static final BigDecimal REQUIRED = new BigDecimal("0.90");
    private static final BigDecimal FAR_BELOW = new BigDecimal("0.60");

    /** Regulation 1.6, the worked example. */
    @Test
    void theWorkedExampleIsShownToItsLastDigit() {
        assertEquals("96.67", shown(2900, 3000));
        assertEquals("87.86", shown(3163, 3600));
        assertEquals("91.86", shown(6063, 6600));
        assertEquals("94.48", shown(9637, 10200));
    }

    @Test
    void aRateThatFailsIsNeverShownAsTheRateThatIsRequired() {
        assertEquals("89.996", shown(22679, 25200));
        assertEquals("89.99999", shown(8999999, 10000000));
        assertTrue(text(22679, 25200).failing());
    }

    @Test
    void theRequiredRateItselfPassesWithTwoDecimals() {
        assertEquals("90.00", shown(22680, 25200));
        assertFalse(text(22680, 25200).failing());
    }

    @Test
    void aMissingHourIsNotRoundedAwayAndALoneOneNotToNothing() {
        assertEquals("99.999", shown(99999, 100000));
        assertEquals("100.00", shown(100000, 100000));
        assertEquals("0.001", shown(1, 100000));
        assertEquals("0.00", shown(0, 100000));
    }

    @Test
    void farBelowIsKeptOnItsSideToo() {
        assertEquals("59.999", shown(59999, 100000));
        assertEquals("60.00", shown(60000, 100000));
    }

    @Test
    void theShareOfNothingHasNoText() {
        assertEquals(Optional.empty(), RateText.of(Rate.of(0, 0), REQUIRED, FAR_BELOW));
    }

    @Test
    void aMeanOfRatesFollowsTheSameRule() {
        assertEquals(
                "89.996",
                RateText.ofShare(new BigDecimal("0.89996"), REQUIRED, FAR_BELOW)
                        .percent()
                        .toPlainString());
    }

    @Test
    void noTextStandsOnTheOtherSideOfTheThresholdThanItsRate() {
        Random random = new Random(20261101);
        for (int i = 0; i < 20_000; i++) {
            long whole = 1L + random.nextInt(1_000_000);
            long part = Math.min(whole, Math.max(0, whole * 9 / 10 + random.nextInt(7) - 3));
            RateText text = text(part, whole);
            boolean shownAsPassing = text.percent().compareTo(new BigDecimal("90")) >= 0;
            assertEquals(!text.failing(), shownAsPassing, () -> part + " of " + whole + " is shown as " + text);
        }
    }

    private static String shown(long part, long whole) {
        return text(part, whole).percent().toPlainString();
    }

    private static RateText text(long part, long whole) {
        return RateText.of(Rate.of(part, whole), REQUIRED, FAR_BELOW).orElseThrow();
    }
}
