package io.stackwatch.core.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.HourFixture;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.OxygenContent;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversionAuditTest {

    private static final FactorHour HOUR = HourFixture.hour("2026-11-24T00:00:00Z");
    private final ConversionAudit audit = new ConversionAudit(RuleParameters.load());

    // 28 x (21 - 6) / (21 - 9.5) = 36.5217...; two percent of ours is 0.7304...; 30 x 15/15 = 30 has exactly 0.6
    @ParameterizedTest
    @CsvSource({
        "28, 36.52, 9.5, agrees",
        "28, 37.25, 9.5, agrees",
        "28, 37.26, 9.5, 'deviates sent 37.26, own 36.5217, tolerance 0.02'",
        "28, 28, 9.5, 'deviates sent 28, own 36.5217, tolerance 0.02'",
        "30, 30.6, 6, agrees",
        "30, 30.600001, 6, 'deviates sent 30.600001, own 30, tolerance 0.02'",
        "30, 29.4, 6, agrees",
        "0, 0, 6, agrees",
        // 0.2 may be rounding
        "1.2, 1.4, 6, agrees",
        "0, 0.2, 6, agrees",
        "0, 0.21, 6, 'deviates sent 0.21, own 0, tolerance 0.02'",
        "28, 36, 20.5, 'deviates sent 36, own 840, tolerance 0.02'",
        "28, 36, 20.51, not OXYGEN_TOO_HIGH",
        "28, 36, 20.9, not OXYGEN_TOO_HIGH",
        "28, 36, -0.1, not OXYGEN_NEGATIVE",
        "'', 36, 9.5, not NO_MEAN",
        "28, '', 9.5, not NOT_SENT",
        "28, 36, '', not NO_OXYGEN",
    })
    void bothNumbersAreComparedWithinTwoPercentOfOurs(String avg, String zsAvg, String oxygen, String expected) {
        Optional<HourReport> ofOxygen =
                oxygen.isEmpty() ? Optional.empty() : Optional.of(HourFixture.oxygen(HOUR, oxygen));
        assertEquals(expected, shown(audit.of(HourFixture.report(HOUR, avg, zsAvg), ofOxygen, reference("6"))));
    }

    @Test
    void withoutAReferenceNothingIsCompared() {
        assertEquals(
                "not NOT_ASKED",
                shown(audit.of(
                        HourFixture.report(HOUR, "28", "36"),
                        Optional.of(HourFixture.oxygen(HOUR, "9.5")),
                        Optional.empty())));
    }

    private static Optional<OxygenContent> reference(String percent) {
        return Optional.of(OxygenContent.of(percent));
    }

    private static String shown(ConversionAnswer answer) {
        return answer.match(agrees -> "agrees", deviates -> "deviates " + deviates.shown(), not -> "not " + not.why());
    }
}
