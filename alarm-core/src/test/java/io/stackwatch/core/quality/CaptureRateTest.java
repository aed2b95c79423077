package io.stackwatch.core.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaptureRateTest {

    private static final Quarter AUTUMN = new Quarter(2026, 4);
    private final RuleParameters parameters = RuleParameters.load();

    // (hours - invalid - stopped) / (hours - stopped) against 75 percent
    @ParameterizedTest
    @CsvSource({
        "2208, 0, 552, REACHED",
        "2208, 0, 553, NOT_REACHED",
        "2208, 208, 500, REACHED",
        "2208, 208, 501, NOT_REACHED",
        "2208, 2208, 0, NOT_RATED",
        "2208, 2204, 1, REACHED",
        "2208, 2204, 2, NOT_REACHED",
    })
    void theRateIsComparedExactly(int hours, int stopped, int invalid, CaptureRate.Outcome expected) {
        CaptureRate.Answer answer = new CaptureRate(hours, stopped, invalid).in(AUTUMN, parameters);
        assertEquals(expected, answer.outcome());
        assertEquals("quarter.minimum-capture-rate", answer.row().name());
    }

    @Test
    void theRateIsAnExactFraction() {
        assertEquals(Optional.of(Fraction.parse("1499/2000")), new CaptureRate(2208, 208, 501).rate());
        assertEquals(Optional.empty(), new CaptureRate(10, 10, 0).rate());
    }

    @Test
    void moreHoursThanThereAreAreNoRate() {
        assertThrows(IllegalArgumentException.class, () -> new CaptureRate(10, 6, 5));
    }

    @Test
    void aQuarterIsThatOfLegalTime() {
        assertEquals(AUTUMN, Quarter.containing(Instant.parse("2026-09-30T16:00:00Z")));
        assertEquals(new Quarter(2026, 3), Quarter.containing(Instant.parse("2026-09-30T15:59:59Z")));
        assertEquals(Duration.ofDays(92), AUTUMN.window().length());
        assertEquals(Instant.parse("2026-12-31T16:00:00Z"), AUTUMN.window().end());
        assertEquals("2026-Q4", AUTUMN.toString());
    }
}
