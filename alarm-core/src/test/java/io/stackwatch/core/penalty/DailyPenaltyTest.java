package io.stackwatch.core.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Daily penalty by rounds (部令28 art. 17 to 19); the figures of the first two tests are the worked examples of regulation.md 5.6. */
final class DailyPenaltyTest {

    @Test
    void theFirstWorkedExampleComesToTheFen() {
        DailyPenalty penalty = count("200000", "2026-10-09", "2026-10-26!", "2026-11-14!", "2026-12-01");

        assertEquals(
                List.of(
                        new DailyRound(
                                1,
                                LocalDate.parse("2026-10-10"),
                                LocalDate.parse("2026-10-26"),
                                17,
                                17,
                                Yuan.of(3_400_000),
                                Yuan.of(3_400_000)),
                        new DailyRound(
                                2,
                                LocalDate.parse("2026-10-27"),
                                LocalDate.parse("2026-11-14"),
                                19,
                                36,
                                Yuan.of(3_800_000),
                                Yuan.of(7_200_000))),
                penalty.rounds());
        assertEquals(
                List.of(
                        "order served 2026-10-09, counted from 2026-10-10; 200000.00 yuan a day",
                        "round 1: 2026-10-10 to 2026-10-26 = 17 days x 200000.00 = 3400000.00 yuan; 17 days of the cycle,"
                                + " 3400000.00 yuan in all",
                        "round 2: 2026-10-27 to 2026-11-14 = 19 days x 200000.00 = 3800000.00 yuan; 36 days of the cycle,"
                                + " 7200000.00 yuan in all",
                        "re-check 2026-12-01: corrected or stopped; the days before it are not charged"),
                penalty.lines());
    }

    @Test
    void theSecondWorkedExampleComesToTheFen() {
        DailyPenalty penalty = count("700", "2015-02-13", "2015-03-12!");
        assertEquals(27, penalty.rounds().get(0).days());
        assertEquals(Yuan.of(18_900), penalty.total());
    }

    @Test
    void theSumOfTheRoundsIsTheFineTimesTheDaysOfTheCycle() {
        DailyPenalty penalty = count("123456.78", "2026-01-05", "2026-01-06!", "2026-02-01!", "2026-03-03!");
        assertEquals(3, penalty.rounds().size());
        assertEquals(57, penalty.rounds().get(2).daysOfCycle());
        assertEquals(Yuan.of("123456.78").times(57), penalty.total());
        assertEquals(
                penalty.total(),
                penalty.rounds().stream().map(DailyRound::amount).reduce(Yuan.ZERO, Yuan::plus));
    }

    @Test
    void aReCheckOnTheDayOfServiceChargesNothing() {
        DailyPenalty penalty = count("200000", "2026-10-09", "2026-10-09!");
        assertEquals(List.of(), penalty.rounds());
        assertEquals(Yuan.ZERO, penalty.total());
    }

    @Test
    void whatIsCorrectedAtTheFirstReCheckCostsNothing() {
        assertEquals(Yuan.ZERO, count("200000", "2026-10-09", "2026-10-26").total());
    }

    @Test
    void nothingIsChargedBehindTheReCheckThatFoundItCorrected() {
        assertEquals(
                Yuan.of(3_400_000),
                count("200000", "2026-10-09", "2026-10-26!", "2026-11-01", "2026-11-20!")
                        .total());
    }

    @Test
    void aReCheckBeforeTheServiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> count("200000", "2026-10-09", "2026-10-08!"));
    }

    /** A re-check that found the order refused has an exclamation mark. */
    private static DailyPenalty count(String fine, String served, String... rechecks) {
        List<Recheck> found = Arrays.stream(rechecks)
                .map(text -> new Recheck(LocalDate.parse(text.replace("!", "")), text.endsWith("!")))
                .toList();
        return DailyPenalty.of(Yuan.of(fine), BigDecimal.ONE, LocalDate.parse(served), found);
    }
}
