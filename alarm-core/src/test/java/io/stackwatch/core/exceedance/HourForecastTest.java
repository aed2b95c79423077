package io.stackwatch.core.exceedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.Concentration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When an hour can no longer comply, and what the rest of it may be until then; the limit is 35 mg/m³. */
class HourForecastTest {

    private static final RuleParameters PARAMETERS = RuleParameters.load();
    private static final Instant HOUR = Instant.parse("2026-11-24T00:00:00Z");
    private static final Concentration LIMIT = mg("35");
    private static final int CASES = 5_000;

    @Test
    void anHourOfWhichTheFirstHalfWasTwiceTheLimitMayBeNothingForTheRest() {
        assertEquals("stay below 0.00 for 30", say(30, "70", 30));
        assertEquals("stay below 0.00 for 30", say(30, "70.005", 30), "rounds to the limit");
        assertEquals("cannot comply, 35.01 at best, not judged yet", say(30, "70.02", 30));
    }

    @Test
    void beforeThatItSaysBelowWhatTheRestMustStay() {
        assertEquals("stay below 35.00 for 60", say(0, "0", 60));
        assertEquals("stay below 30.00 for 30", say(30, "40", 30));
        assertEquals("stay below 20.00 for 15", say(45, "40", 15));
        assertEquals("stay below 38.33 for 45", say(15, "25", 45), "rounded down: 38.34 would be too much");
    }

    @Test
    void withEnoughValidMinutesItExceedsForCertain() {
        assertEquals("cannot comply, 37.50 at best, exceeds", say(45, "50", 15));
        assertEquals("cannot comply, 36.67 at best, not judged yet", say(44, "50", 16));
    }

    @Test
    void lostMinutesMakeTheBestWorseAndAtLastTheHourIsNotJudged() {
        assertEquals("stay below 20.00 for 20", say(25, "47", 20));
        assertEquals("not judged: 44 of 45", say(24, "47", 20));
        assertEquals("not judged: 0 of 45", say(0, "0", 0));
    }

    @Test
    void anHourThatIsOverCompliesOrDoesNot() {
        assertEquals("complies with 35.00", say(60, "35", 0));
        assertEquals("complies with 35.00", say(60, "35.005", 0), "half even");
        assertEquals("cannot comply, 35.01 at best, exceeds", say(60, "35.0051", 0));
    }

    @Test
    void moreMinutesThanAnHourHasAreNoHour() {
        assertThrows(IllegalArgumentException.class, () -> new ForecastCase(minutes(31, "1"), 30, LIMIT));
        assertThrows(IllegalArgumentException.class, () -> new ForecastCase(List.of(), -1, LIMIT));
    }

    /** Whatever comes behind it, the mean that is written of a judged hour is above the limit. */
    @Test
    void cannotComplyIsNeverSaidFalselyAndStaysTrueForAnyContinuation() {
        Random fixed = new Random(20_261_124);
        int said = 0;
        for (int i = 0; i < CASES; i++) {
            int known = fixed.nextInt(60);
            int remaining = fixed.nextInt(60 - known) + 1;
            List<Concentration> minutes = new ArrayList<>();
            for (int m = 0; m < known; m++) {
                minutes.add(hundredths(fixed.nextInt(9_000)));
            }
            boolean cannot = cannot(minutes, remaining);
            said += cannot ? 1 : 0;
            for (int m = remaining; m > 0; m--) {
                int kind = fixed.nextInt(4);
                if (kind > 0) {
                    minutes.add(kind == 1 ? mg("0") : hundredths(fixed.nextInt(kind == 2 ? 100 : 9_000)));
                }
                boolean later = cannot(minutes, m - 1) || notJudgeable(minutes, m - 1);
                assertTrue(!cannot || later, "taken back: " + minutes + " with " + (m - 1) + " to come");
            }
            if (cannot && minutes.size() >= 45) {
                assertTrue(written(minutes).compareTo(LIMIT.milligramsPerCubicMetre()) > 0, "false: " + minutes);
            }
        }
        assertTrue(said > CASES / 20, "only said " + said + " times");
    }

    /** Where it is not said, there is a continuation that complies: the one that it names. */
    @Test
    void whereItIsNotSaidTheHourCompliesIfTheRestStaysAtWhatIsNamed() {
        Random fixed = new Random(42);
        for (int i = 0; i < CASES; i++) {
            int known = fixed.nextInt(60);
            int remaining = 60 - known;
            List<Concentration> minutes = new ArrayList<>();
            for (int m = 0; m < known; m++) {
                minutes.add(hundredths(fixed.nextInt(7_000)));
            }
            of(minutes, remaining)
                    .match(
                            cannot -> true,
                            stay -> {
                                List<Concentration> whole = new ArrayList<>(minutes);
                                whole.addAll(Collections.nCopies(stay.minutes(), new Concentration(stay.mean())));
                                assertFalse(
                                        written(whole).compareTo(LIMIT.milligramsPerCubicMetre()) > 0, whole::toString);
                                return true;
                            },
                            complies -> true,
                            not -> true);
        }
    }

    private static boolean cannot(List<Concentration> minutes, int remaining) {
        return of(minutes, remaining).match(cannot -> true, stay -> false, complies -> false, not -> false);
    }

    private static boolean notJudgeable(List<Concentration> minutes, int remaining) {
        return of(minutes, remaining).match(cannot -> false, stay -> false, complies -> false, not -> true);
    }

    private static HourForecast of(List<Concentration> minutes, int remaining) {
        return HourForecast.of(new ForecastCase(minutes, remaining, LIMIT), PARAMETERS, HOUR);
    }

    private static String say(int known, String value, int remaining) {
        return of(minutes(known, value), remaining)
                .match(
                        cannot -> "cannot comply, " + cannot.best() + " at best, "
                                + (cannot.judged() ? "exceeds" : "not judged yet"),
                        stay -> "stay below " + stay.mean() + " for " + stay.minutes(),
                        complies -> "complies with " + complies.mean(),
                        not -> "not judged: " + not.most() + " of " + not.minimum());
    }

    private static BigDecimal written(List<Concentration> minutes) {
        return minutes.stream()
                .map(Concentration::milligramsPerCubicMetre)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(minutes.size()), 2, RoundingMode.HALF_EVEN);
    }

    private static List<Concentration> minutes(int count, String value) {
        return Collections.nCopies(count, mg(value));
    }

    private static Concentration hundredths(int value) {
        return new Concentration(BigDecimal.valueOf(value, 2));
    }

    private static Concentration mg(String value) {
        return new Concentration(new BigDecimal(value));
    }
}
