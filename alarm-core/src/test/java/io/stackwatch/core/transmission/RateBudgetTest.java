package io.stackwatch.core.transmission;

import static io.stackwatch.core.transmission.CountFixture.TERMS;
import static io.stackwatch.core.transmission.CountFixture.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.transmission.RateBudget.MayLose;
import io.stackwatch.core.transmission.RateBudget.MustRegain;
import io.stackwatch.core.transmission.RateBudget.NothingDue;
import io.stackwatch.core.transmission.RateBudget.OutOfReach;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** How much of a month of 720 hours may still be lost; a tenth, 72 hours, is all there is. */
final class RateBudgetTest {

    @Test
    void atTheBeginningATenthOfTheMonthMayBeLost() {
        assertEquals(new MayLose(72), budget(0, 0, 720, 0).reach());
    }

    @Test
    void whatWasLostIsGoneFromTheBudget() {
        RateBudget budget = budget(648, 590, 72, 58);
        assertEquals(new MayLose(14), budget.reach());
        assertEquals(RateState.WARN, budget.state());
        assertEquals(
                "91.05", budget.counted().effective().orElseThrow().percent(2).toPlainString());
    }

    @Test
    void notMoreMayBeLostThanIsToCome() {
        assertEquals(new MayLose(20), budget(700, 700, 20, 0).reach());
        assertEquals(new MayLose(0), budget(720, 720, 0, 0).reach());
    }

    @Test
    void exactlyTheRequiredRateIsReachedWithNothingLeftToLose() {
        assertEquals(new MayLose(0), budget(500, 428, 220, 72).reach());
        assertEquals(new MustRegain(1, 2), budget(500, 427, 220, 73).reach());
    }

    @Test
    void whatCannotBeWonBackCannotBeReached() {
        assertEquals(new OutOfReach(1, 0), budget(500, 427, 220, 0).reach());
        assertEquals(new OutOfReach(28, 27), budget(500, 400, 220, 27).reach());
        assertEquals(RateState.FAIL, budget(500, 400, 220, 27).state());
    }

    @Test
    void aMonthWithoutDutyHasNoBudget() {
        assertEquals(new NothingDue(), budget(0, 0, 0, 0).reach());
        assertEquals(RateState.NOT_RATED, budget(0, 0, 0, 0).state());
    }

    @Test
    void theStatesChangeAtExactlyTheThresholds() {
        assertEquals(RateState.OK, budget(100, 95, 0, 5).state());
        assertEquals(RateState.WARN, budget(1_000, 949, 0, 51).state());
        assertEquals(RateState.WARN, budget(100, 90, 0, 10).state());
        assertEquals(RateState.FAIL, budget(1_000, 899, 0, 101).state());
    }

    @Test
    void theAnswerIsTheLargestNumberOfHoursThatStillPasses() {
        for (int due = 1; due <= 60; due++) {
            for (int valid = 0; valid <= due; valid++) {
                for (int toCome = 0; toCome <= 12; toCome++) {
                    tryOut(due, valid, toCome);
                }
            }
        }
    }

    @Test
    void factorsThatAreLostTogetherShareTheBudget() {
        assertEquals(2, new MayLose(14).clockHours(5));
    }

    @Test
    void aLostHourSaysUntilWhenItCanBeMended() {
        LostHour lost = LostHour.of(CountFixture.HOUR, new Standing.Missing(false), TERMS);
        assertEquals(at("2026-11-08T12:00"), lost.marksUntil());
        assertEquals(at("2026-12-11T00:00"), lost.vouchersUntil());
    }

    private static void tryOut(int due, int valid, int toCome) {
        String place = due + " due, " + valid + " valid, " + toCome + " to come";
        Boolean exact = budget(due, valid, toCome, due - valid)
                .reach()
                .match(
                        none -> false,
                        may -> passes(valid + toCome - may.hours(), due + toCome)
                                && (may.hours() == toCome || !passes(valid + toCome - may.hours() - 1, due + toCome)),
                        must -> passes(valid + toCome + must.hours(), due + toCome)
                                && !passes(valid + toCome + must.hours() - 1, due + toCome)
                                && passes(valid + toCome, due + toCome - must.excused())
                                && !passes(valid + toCome, due + toCome - must.excused() + 1),
                        never -> false);
        assertTrue(exact, place);
    }

    private static boolean passes(long valid, long due) {
        return due == 0 || new Rate(valid, due).atLeast(new BigDecimal("0.90"));
    }

    private static RateBudget budget(long due, long valid, long toCome, long regainable) {
        return RateBudget.of(new Counts(due, valid, due, valid), toCome, regainable, TERMS);
    }
}
