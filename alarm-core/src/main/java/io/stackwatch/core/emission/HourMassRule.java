package io.stackwatch.core.emission;

import io.stackwatch.core.emission.HourEmission.Absent;
import io.stackwatch.core.emission.HourEmission.Measured;
import io.stackwatch.core.emission.HourEmission.Reason;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.HourValidity;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Validity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The mass that an outlet let out in an hour (HJ 75-2017 formula 8): measured dry concentration x dry standard flow x 1e-6,
 * kg. Never the converted concentration: that is one that the gas does not have. HJ 76-2017 has loggers report dry
 * concentrations. Immutable.
 */
public final class HourMassRule {

    private static final BigDecimal KILOGRAMS_IN_A_MILLIGRAM = new BigDecimal("1e-6");

    private final RuleParameters parameters;
    private final FlagTable flags;

    public HourMassRule(RuleParameters parameters, FlagTable flags) {
        this.parameters = parameters;
        this.flags = flags;
    }

    /** The mass of an hour, or why it has none: measured or absent, never substituted. */
    public HourEmission of(StackHour hour) {
        Optional<Gauge> gauge = hour.gauge(hour.hour().factor());
        if (gauge.isEmpty()) {
            return Absent.because(Reason.NOT_RECEIVED, "");
        }
        HourValidity validity = new HourValidity(
                flags,
                parameters.count("hour.minimum-valid-minutes", hour.hour().start()));
        HourReport report = gauge.get().report();
        Validity valid = validity.of(report.flag(), gauge.get().minutes(), hour.minuteEvidence());
        Optional<String> fault =
                valid.match(ok -> Optional.empty(), bad -> Optional.of(bad.reason() + " " + bad.detail()));
        if (fault.isPresent()) {
            return Absent.because(Reason.CONCENTRATION_INVALID, fault.get());
        }
        if (!report.unit().equals(Unit.MILLIGRAMS_PER_CUBIC_METRE)) {
            return Absent.because(Reason.UNIT_NOT_COMPARABLE, report.unit().symbol());
        }
        Optional<ReportedNumber> measured =
                report.avg().filter(number -> number.number().signum() >= 0);
        if (measured.isEmpty()) {
            return Absent.because(
                    Reason.CONCENTRATION_MISSING,
                    report.avg().map(ReportedNumber::text).orElse(""));
        }
        Concentration concentration = new Concentration(measured.get().number());
        return new FlowRule(hour, validity, reportedFlow(hour))
                .flow()
                .match(
                        known -> product(concentration, known),
                        unknown -> Absent.because(unknown.why(), unknown.detail()));
    }

    private FlowBasis reportedFlow(StackHour hour) {
        return FlowBasis.valueOf(
                parameters.at("emission.reported-flow", hour.hour().start()).value());
    }

    private static HourEmission product(Concentration concentration, FlowAnswer.Known known) {
        Fraction kilograms = known.flow()
                .cubicMetresPerHour()
                .times(Fraction.of(concentration.milligramsPerCubicMetre().multiply(KILOGRAMS_IN_A_MILLIGRAM)));
        return Mass.ofKilograms(kilograms)
                .<HourEmission>map(mass -> new Measured(mass, concentration, known.flow(), known.basis()))
                .orElseGet(() -> Absent.because(Reason.NOT_PLAUSIBLE, concentration.toString()));
    }
}
