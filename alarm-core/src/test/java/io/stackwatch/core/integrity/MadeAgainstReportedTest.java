package io.stackwatch.core.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MadeAgainstReportedTest {

    private static final FactorHour HOUR =
            new FactorHour(new OutletId("O-1"), new FactorCode("a21026"), Instant.parse("2026-11-24T00:00:00Z"));

    private final MadeAgainstReported rule = new MadeAgainstReported(RuleParameters.load(), FlagTable.load());

    // within 5 % of the reported figure, or within 1 of its unit; exactly at the tolerance they agree
    @ParameterizedTest
    @CsvSource({
        "100, 105, agrees",
        "100, 95.2, deviates MEASURED by 4.8 of 4.76",
        "100, 95.3, agrees",
        "100.00, 100, agrees",
        "0.2, 1.2, agrees",
        "0.2, 1.21, deviates MEASURED by 1.01 of 1",
        "-0.5, 0.6, deviates MEASURED by 1.1 of 1",
        "105.0001, 100, deviates MEASURED by 5.0001 of 5",
    })
    void beyondTheToleranceItDeviates(String made, String reported, String expected) {
        assertEquals(expected, compare(report(made, "", "N"), report(reported, "", "N")));
    }

    @Test
    void aConvertedMeanThatDeviatesIsFoundBehindMeasuredOnesThatAgree() {
        assertEquals("deviates CONVERTED by 40 of 3", compare(report("30", "100", "N"), report("30", "60", "N")));
    }

    @ParameterizedTest
    @CsvSource({"N, M, FLAGGED", "D, N, FLAGGED", "N, '', agrees"})
    void anHourThatIsSetAsideIsNotCompared(String made, String reported, String expected) {
        assertEquals(expected, compare(report("30", "", made), report("30", "", reported)));
    }

    @Test
    void whatIsNotThereIsNotCompared() {
        assertEquals("NOT_REPORTED", shown(rule.compare(report("30", "", "N"), Optional.empty())));
        assertEquals("NO_COMMON_FIGURE", compare(report("30", "", "N"), report("", "40", "N")));
        HourReport percent = new HourReport(
                HOUR,
                Optional.of(ReportedNumber.of("30")),
                Optional.empty(),
                Unit.PERCENT,
                Optional.of(DataFlag.NORMAL),
                Delivery.PROMPT,
                HOUR.end(),
                evidence());
        assertEquals("UNIT_DIFFERS", compare(report("30", "", "N"), percent));
    }

    private String compare(HourReport made, HourReport reported) {
        return shown(rule.compare(made, Optional.of(reported)));
    }

    private static String shown(Agreement agreement) {
        return agreement.match(
                agrees -> "agrees",
                deviates -> "deviates " + deviates.figure() + " by "
                        + deviates.by().stripTrailingZeros().toPlainString() + " of "
                        + deviates.allowed().stripTrailingZeros().toPlainString(),
                not -> not.why().name());
    }

    private static HourReport report(String avg, String zsAvg, String flag) {
        return new HourReport(
                HOUR,
                Optional.of(avg).filter(text -> !text.isEmpty()).map(ReportedNumber::of),
                Optional.of(zsAvg).filter(text -> !text.isEmpty()).map(ReportedNumber::of),
                Unit.MILLIGRAMS_PER_CUBIC_METRE,
                Optional.of(flag).filter(text -> !text.isEmpty()).map(DataFlag::new),
                Delivery.PROMPT,
                HOUR.end(),
                evidence());
    }

    private static EvidenceRef evidence() {
        return new EvidenceRef(1, "0".repeat(64));
    }
}
