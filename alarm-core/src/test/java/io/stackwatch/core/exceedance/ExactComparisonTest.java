package io.stackwatch.core.exceedance;

import static io.stackwatch.core.exceedance.HourFixture.facts;
import static io.stackwatch.core.exceedance.HourFixture.hour;
import static io.stackwatch.core.exceedance.HourFixture.limit;
import static io.stackwatch.core.exceedance.HourFixture.oxygen;
import static io.stackwatch.core.exceedance.HourFixture.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.registry.Effective;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The exact comparison against an oracle that knows only whole numbers. */
final class ExactComparisonTest {

    private static final long SEED = 20261124L;
    private static final int CASES = 3000;
    private static final int SCALE = 3;
    private static final int AIR = 21_000;

    private final HourJudgement rule = HourJudgement.load();

    @Test
    void theRecomputedMeanExceedsExactlyWhenWholeNumbersSaySo() {
        Random random = new Random(SEED);
        FactorHour hour = hour("2026-11-23T00:00:00Z");
        int equal = 0;
        int above = 0;
        for (int i = 0; i < CASES; i++) {
            int allowed = 1 + random.nextInt(400_000);
            int reference = random.nextInt(19_000);
            int oxygen = random.nextInt(20_501);
            // near the edge: the measured mean at which both sides are equal, and a little to either side
            long edge = (long) allowed * (AIR - oxygen) / (AIR - reference);
            int measured = (int) Math.max(0, edge + random.nextInt(3) - 1);
            if (i % 10 == 0) {
                oxygen = reference;
                measured = allowed;
            }
            int sides = BigInteger.valueOf(measured)
                    .multiply(BigInteger.valueOf(AIR - reference))
                    .compareTo(BigInteger.valueOf(allowed).multiply(BigInteger.valueOf(AIR - oxygen)));
            equal += sides == 0 ? 1 : 0;
            above += sides > 0 ? 1 : 0;
            Verdict verdict = rule.judge(
                    facts(hour, limit("L", LimitSource.NATIONAL, text(allowed), text(reference), Effective.ALWAYS))
                            .withReport(report(hour, text(measured), ""), MinuteTally.EMPTY)
                            .withOxygen(oxygen(hour, text(oxygen)), MinuteTally.EMPTY));
            assertEquals(
                    sides > 0 ? "EXCEEDS" : "WITHIN",
                    HourFixture.name(verdict),
                    "seed " + SEED + " case " + i + ": " + text(measured) + " at " + text(oxygen) + " % against "
                            + text(allowed) + " at " + text(reference) + " %");
        }
        assertTrue(equal > 0 && above > CASES / 10, "the edge was hit " + equal + " times, exceeded " + above);
    }

    @Test
    void theRatioIsExactAndItsTextCanBeReadBack() {
        FactorHour hour = hour("2026-11-23T00:00:00Z");
        Verdict verdict = rule.judge(facts(hour, limit("L", LimitSource.NATIONAL, "100", "6", Effective.ALWAYS))
                .withReport(report(hour, "80", ""), MinuteTally.EMPTY)
                .withOxygen(oxygen(hour, "11"), MinuteTally.EMPTY));
        Fraction ratio = HourOutcome.of(hour.start(), verdict).ratio().orElseThrow();
        assertEquals(0, ratio.compareTo(new BigDecimal("0.2")));
        assertEquals(ratio, Fraction.parse(ratio.toString()));
    }

    private static String text(int thousandths) {
        return BigDecimal.valueOf(thousandths, SCALE).toPlainString();
    }
}
