package io.stackwatch.core.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.deadline.Tolling;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three per cent of the fine a day from day 16 on, not more than the fine (行政处罚法 art. 72, 73). */
final class SurchargeTest {

    /** Received on 2026-10-10: day 15 is Sunday 25 October, so the last day is Monday the 26th. */
    private static final LocalDate LAST = LocalDate.parse("2026-10-26");

    private static final Surcharge.Rate RATE = Surcharge.Rate.at(PenaltyParameters.load(), LAST);

    @Test
    void payingOnTheLastDayCostsNothingMore() {
        assertEquals(Yuan.ZERO, count("200000", "2026-10-26").amount());
        assertEquals(Yuan.ZERO, count("200000", "2026-10-20").amount());
    }

    @Test
    void eachDayBehindItCostsThreePerCentOfTheFine() {
        assertEquals(Yuan.of(6_000), count("200000", "2026-10-27").amount());
        assertEquals(Yuan.of(60_000), count("200000", "2026-11-05").amount());
    }

    @Test
    void theSurchargeEndsAtTheFine() {
        Surcharge dayBefore = count("200000", "2026-11-28");
        assertEquals(33, dayBefore.days());
        assertEquals(Yuan.of(198_000), dayBefore.amount());
        assertFalse(dayBefore.capped());
        Surcharge capped = count("200000", "2026-11-29");
        assertEquals(34, capped.days());
        assertEquals(Yuan.of(200_000), capped.amount());
        assertTrue(capped.capped());
        assertEquals(Yuan.of(200_000), count("200000", "2027-11-29").amount());
    }

    @Test
    void aPartOfAFenIsLeftOutOnceAtTheEndAndIsALine() {
        Surcharge surcharge = count("100000.33", "2026-10-28");
        assertEquals(Yuan.of("6000.01"), surcharge.amount());
        assertEquals(
                List.of(
                        "paid in time until 2026-10-26, counted to 2026-10-28: 2 days",
                        "100000.33 x 0.03 x 2 = 6000.0198",
                        "rounded down to the fen: 6000.01"),
                surcharge.lines());
    }

    @Test
    void daysOfReconsiderationAndLitigationAreNotCountedAndThoseOfAHearingAre() {
        Tolling reconsideration = new Tolling(
                Tolling.Cause.RECONSIDERATION,
                LocalDate.parse("2026-10-29"),
                Optional.of(LocalDate.parse("2026-11-12")));
        Surcharge surcharge = count("200000", "2026-11-15", reconsideration);
        assertEquals(5, surcharge.days(), "27, 28 October, 13, 14, 15 November");
        assertEquals(15, surcharge.notCounted());
        assertEquals(Yuan.of(30_000), surcharge.amount());
        Tolling going = new Tolling(Tolling.Cause.LITIGATION, LocalDate.parse("2026-10-28"), Optional.empty());
        assertEquals(Yuan.of(6_000), count("200000", "2027-06-30", going).amount());
        Tolling hearing = new Tolling(Tolling.Cause.HEARING, LocalDate.parse("2026-10-27"), Optional.empty());
        assertEquals(Yuan.of(6_000), count("200000", "2026-10-27", hearing).amount());
    }

    private static Surcharge count(String fine, String until, Tolling... tollings) {
        return Surcharge.of(Yuan.of(fine), RATE, LAST, LocalDate.parse(until), List.of(tollings));
    }
}
