package io.stackwatch.core.emission;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.HourFixture;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Hours of a stack as the worked example of the regulation has them: 12.5 m/s in 19.6 m2, 55 degC, -120 Pa, 12 % water. */
public final class StackFixture {

    public static final FactorHour HOUR = HourFixture.hour("2026-11-24T00:00:00Z");

    private final Map<FactorCode, Gauge> gauges = new HashMap<>();
    private Optional<Duct> duct = Optional.empty();

    private StackFixture() {}

    public static StackFixture stack() {
        return new StackFixture();
    }

    /** 28 mg/m3 of SO2 in the gas of the worked example, and no flow but the velocity. */
    public static StackFixture workedExample() {
        return stack().reports("a21026", "28", "mg/m3")
                .reports("a01011", "12.5", "m/s")
                .reports("a01012", "55", "degC")
                .reports("a01013", "-0.120", "kPa")
                .reports("a01014", "12", "%");
    }

    public static Duct duct(FlowBasis basis) {
        return new Duct(
                HourFixture.OUTLET,
                basis,
                Optional.of(new Duct.Section(new BigDecimal("19.6"), BigDecimal.ONE, new BigDecimal("101000"))),
                "acceptance 2025-07",
                Verification.VERIFIED,
                Effective.ALWAYS);
    }

    public StackFixture reports(String factor, String avg, String unit) {
        return reports(factor, avg, unit, "N");
    }

    public StackFixture reports(String factor, String avg, String unit, String flag) {
        FactorCode code = new FactorCode(factor);
        HourReport report = HourFixture.report(HOUR, avg, "", new Unit(unit), flag);
        HourReport own = new HourReport(
                HOUR.of(code),
                report.avg(),
                report.zsAvg(),
                report.unit(),
                report.flag(),
                report.delivery(),
                report.arrivedAt(),
                new EvidenceRef(1, "0".repeat(64)));
        gauges.put(code, new Gauge(own, MinuteTally.EMPTY));
        return this;
    }

    public StackFixture in(Duct where) {
        duct = Optional.of(where);
        return this;
    }

    public StackHour hour() {
        return new StackHour(HOUR, gauges, MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED, duct);
    }
}
