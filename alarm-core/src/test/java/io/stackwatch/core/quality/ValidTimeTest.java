package io.stackwatch.core.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HJ 76-2017 annex B: 45 minutes, 20 hours, 25 days, and 23 in February. */
final class ValidTimeTest {

    private final ValidTime rule = new ValidTime(RuleParameters.load());

    @ParameterizedTest
    @CsvSource({"44, 44 of 45", "45, enough 45", "60, enough 45"})
    void anHourNeedsFortyFiveMinutes(int minutes, String expected) {
        assertEquals(expected, shown(rule.hour(minutes, Instant.parse("2026-11-24T00:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource({"8, 8 of 9", "9, enough 9"})
    void aMinuteNeedsThreeQuartersOfItsSamples(int samples, String expected) {
        assertEquals(expected, shown(rule.minute(samples, Instant.parse("2026-11-24T00:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 of 20", "19, 19 of 20", "20, enough 20"})
    void aDayNeedsTwentyHours(int hours, String expected) {
        assertEquals(expected, shown(rule.day(hours, LocalDate.parse("2026-11-24"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11, 24, 24 of 25",
        "2026-11, 25, enough 25",
        "2026-02, 22, 22 of 23",
        "2026-02, 23, enough 23",
        "2028-02, 23, enough 23",
        "2026-03, 23, 23 of 25",
    })
    void aMonthNeedsTwentyFiveDaysAndFebruaryTwentyThree(YearMonth month, int days, String expected) {
        assertEquals(expected, shown(rule.month(days, month)));
    }

    @Test
    void theAnswerNamesTheRowThatDecided() {
        String name = rule.month(3, YearMonth.of(2026, 2))
                .match(enough -> "", tooFew -> tooFew.row().name());
        assertEquals("month.minimum-valid-days-february", name);
    }

    private static String shown(Sufficiency answer) {
        return answer.match(enough -> "enough " + enough.needed(), tooFew -> tooFew.had() + " of " + tooFew.needed());
    }
}
