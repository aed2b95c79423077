package io.stackwatch.core.exceedance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.LimitBook;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.transmission.Due;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hour rule on SO2 of a new coal boiler: 100 mg/m3 at 6 % oxygen (GB 13223-2011). */
final class HourJudgementTest {

    private static final FactorHour HOUR =
            new FactorHour(new OutletId("DA001"), new FactorCode("a21026"), Instant.parse("2026-11-23T00:00:00Z"));
    private static final Outlet BOILER = new Outlet(
            HOUR.outlet(),
            new EnterpriseId("E1"),
            "boiler 1",
            new IndustryCode("D4411"),
            Optional.empty(),
            Optional.empty(),
            Set.of(new StandardCategory("GB13223-2011.01")),
            MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
            Effective.ALWAYS);
    private final HourJudgement rule = HourJudgement.load();

    @Test
    void justBelowAndAtTheLimitIsWithinAndJustAboveExceeds() {
        assertEquals("WITHIN", judge("99.999", "N", "6", MinuteTally.EMPTY));
        assertEquals("WITHIN", judge("100.000", "N", "6", MinuteTally.EMPTY));
        assertEquals("EXCEEDS", judge("100.001", "N", "6", MinuteTally.EMPTY));
    }

    @Test
    void withoutAConvertedMeanTheMeasuredOneIsConvertedExactly() {
        assertEquals("WITHIN", judge(null, "100", "N", "6", MinuteTally.EMPTY));
        assertEquals("EXCEEDS", judge(null, "100", "N", "6.0001", MinuteTally.EMPTY));
    }

    @Test
    void aFlaggedHourIsNotJudged() {
        assertEquals("FLAGGED", judge("200", "M", "6", MinuteTally.EMPTY));
    }

    @Test
    void sixteenMinutesKnownInvalidContradictTheFlagAndFifteenDoNot() {
        assertEquals("EXCEEDS", judge("200", "N", "6", MinuteTally.EMPTY.with(0, 15, false)));
        assertEquals("TOO_FEW_VALID_MINUTES", judge("200", "N", "6", MinuteTally.EMPTY.with(0, 16, false)));
    }

    @Test
    void withoutUsableOxygenTheHourIsNotJudged() {
        assertEquals("OXYGEN_MISSING", judge("200", "N", null, MinuteTally.EMPTY));
        assertEquals("EXCEEDS", judge("200", "N", "20.4", MinuteTally.EMPTY));
        assertEquals("OXYGEN_TOO_HIGH", judge("200", "N", "20.9", MinuteTally.EMPTY));
    }

    private String judge(String zsAvg, String flag, String oxygen, MinuteTally minutes) {
        return judge(zsAvg, "50", flag, oxygen, minutes);
    }

    private String judge(String zsAvg, String avg, String flag, String oxygen, MinuteTally minutes) {
        HourCase facts = HourCase.of(
                        HOUR,
                        new Due.Yes(),
                        BOILER.minuteEvidence(),
                        LimitBook.of(StandardLimits.load())
                                .inForce(BOILER, HOUR.factor(), Averaging.HOUR, HOUR.start()))
                .withReport(report(HOUR, avg, zsAvg, Unit.MILLIGRAMS_PER_CUBIC_METRE, flag), minutes);
        if (oxygen != null) {
            facts = facts.withOxygen(
                    report(HOUR.of(FactorCode.OXYGEN), oxygen, null, Unit.PERCENT, "N"), MinuteTally.EMPTY);
        }
        return rule.judge(facts)
                .match(w -> "WITHIN", e -> "EXCEEDS", n -> n.reason().name());
    }

    private static HourReport report(FactorHour hour, String avg, String zsAvg, Unit unit, String flag) {
        return new HourReport(
                hour,
                Optional.ofNullable(avg).map(ReportedNumber::of),
                Optional.ofNullable(zsAvg).map(ReportedNumber::of),
                unit,
                Optional.of(new DataFlag(flag)),
                Delivery.PROMPT,
                hour.end(),
                new EvidenceRef(1, "0".repeat(64)));
    }
}
