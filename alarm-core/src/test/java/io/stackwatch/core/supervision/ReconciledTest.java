package io.stackwatch.core.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.Reconciled.Answer;
import io.stackwatch.core.transmission.Rate;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The national centre's rate beside ours, compared exactly (regulation 1.5). */
class ReconciledTest {

    @Test
    void exactlyTheToleranceAgreesAndAHairMoreDiffersOnBothSides() {
        Optional<Rate> local = Rate.of(2, 3);
        // 2/3 is 66.666... percent, which no decimal is: one point from it lies between these
        assertEquals(Answer.AGREES, of("67.66", local).answer());
        assertEquals(Answer.DIFFERS, of("67.67", local).answer());
        assertEquals(Answer.AGREES, of("65.67", local).answer());
        assertEquals(Answer.DIFFERS, of("65.66", local).answer());
        assertEquals(Answer.AGREES, of("91", Rate.of(90, 100)).answer());
        assertEquals(Answer.DIFFERS, of("91.001", Rate.of(90, 100)).answer());
    }

    @Test
    void theDifferenceForPeopleIsLocalLessNational() {
        assertEquals(
                Optional.of(new BigDecimal("-1.50")),
                of("91.5", Rate.of(90, 100)).points());
        assertEquals(
                Optional.of(new BigDecimal("66.67")), of("0", Rate.of(2, 3)).points());
    }

    @Test
    void withoutALocalRateThereIsNoDifferenceAndThatIsSaid() {
        Reconciled alone = of("91.5", Optional.empty());
        assertEquals(Answer.NO_LOCAL_RATE, alone.answer());
        assertEquals(Optional.empty(), alone.points());
    }

    @Test
    void aRateIsZeroToAHundredPercent() {
        assertThrows(IllegalArgumentException.class, () -> of("100.01", Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> of("-0.01", Optional.empty()));
        assertEquals(of("100.00", Optional.empty()), of("100", Optional.empty()));
    }

    private static Reconciled of(String percent, Optional<Rate> local) {
        return Reconciled.of(
                new NationalRate(CityMonthFixture.MONTH, new OutletId("DA001"), new BigDecimal(percent)),
                local,
                BigDecimal.ONE);
    }
}
