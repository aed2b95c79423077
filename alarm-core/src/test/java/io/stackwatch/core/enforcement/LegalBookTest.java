package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The articles of law on both sides of 2026-08-15 in Asia/Shanghai. */
final class LegalBookTest {

    private static final Instant CODE = Instant.parse("2026-08-14T16:00:00Z");
    private static final LegalBook LAW = LegalBook.load();

    @Test
    void theLastInstantOfAugustTheFourteenthIsUnderTheOldLawAndTheNextUnderTheCode() {
        for (List<String> row : List.of(
                List.of("EXCEEDING_STANDARD", "air-law-99-2", "code-1107"),
                List.of("EXCEEDING_PERMIT", "permit-regulation-34", "code-1103"),
                List.of("NO_PERMIT", "air-law-99-1", "code-1102"),
                List.of("EVASION", "air-law-99-3", "code-1108"),
                List.of("MONITORING_DUTIES", "air-law-100", "code-1086"),
                List.of("DAILY_PENALTY", "air-law-123", "code-1060"),
                List.of("LIMITATION_PERIOD", "penalty-law-36", "code-1054"))) {
            Matter matter = Matter.valueOf(row.get(0));
            assertEquals(row.get(1), at(matter, CODE.minusNanos(1)));
            assertEquals(row.get(2), at(matter, CODE));
        }
    }

    @Test
    void whereTheOldLawHadNoArticleNoneIsInvented() {
        assertEquals("none", at(Matter.FACILITIES_NOT_RUN, CODE.minusNanos(1)));
        assertEquals("code-1104", at(Matter.FACILITIES_NOT_RUN, CODE));
        assertEquals("none", at(Matter.EXCEEDING_PERMIT, Instant.parse("2021-02-28T15:59:59Z")));
        assertEquals("permit-regulation-34", at(Matter.EXCEEDING_PERMIT, Instant.parse("2021-02-28T16:00:00Z")));
    }

    @Test
    void everyMatterHasAnArticleSinceTheCode() {
        for (Matter matter : Matter.values()) {
            assertTrue(LAW.inForce(matter, CODE).isPresent(), () -> "no article for " + matter);
        }
    }

    @Test
    void rowsWhoseFirstDayWasNotReadAreNotCalledVerified() {
        List<String> unverified = LAW.rows().stream()
                .filter(row -> row.mark() == Verification.UNVERIFIED)
                .map(LegalBasis::id)
                .toList();
        assertEquals(List.of("permit-regulation-34", "penalty-law-36", "liaocheng-13-approvals"), unverified);
    }

    @Test
    void twoGroundsForOneMatterAtOnceAreRefusedByRow() {
        String table =
                """
                id,matter,instrument,article,consequence,fine_min,fine_max,allows,who,hearing_above,from,until,superseded_by,note,mark
                old,EVASION,law,1,fine,,,FINE,,,,2026-08-15,,,VERIFIED
                new,EVASION,code,1,fine,,,FINE,,,2026-08-14,,,,VERIFIED
                """;
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> LegalBook.of(DataTable.parse("law.csv", table)));
        assertEquals("law.csv:3: column from: EVASION has two grounds at once: old", refused.getMessage());
    }

    private static String at(Matter matter, Instant instant) {
        return LAW.inForce(matter, instant).map(LegalBasis::id).orElse("none");
    }
}
