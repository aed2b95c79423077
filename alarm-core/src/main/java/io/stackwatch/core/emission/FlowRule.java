package io.stackwatch.core.emission;

import io.stackwatch.core.emission.FlowAnswer.Known;
import io.stackwatch.core.emission.FlowAnswer.Unknown;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.HourValidity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The dry standard flow of an hour (HJ 75-2017 formula 7): the logger's own, as the registered duct says what it counts; from
 * velocity where the duct says so, or where only velocity is reported.
 */
final class FlowRule {

    private final StackHour hour;
    private final HourValidity validity;
    private final FlowBasis unlessRegistered;

    /** @param unlessRegistered what a reported flow counts where no duct is registered */
    FlowRule(StackHour hour, HourValidity validity, FlowBasis unlessRegistered) {
        this.hour = hour;
        this.validity = validity;
        this.unlessRegistered = unlessRegistered;
    }

    FlowAnswer flow() {
        FlowBasis basis = hour.duct().map(Duct::basis).orElse(unlessRegistered);
        boolean onlyVelocity = hour.gauge(FlueFactors.FLOW).isEmpty()
                && hour.gauge(FlueFactors.VELOCITY).isPresent();
        if (basis == FlowBasis.FROM_VELOCITY || onlyVelocity) {
            return fromVelocity();
        }
        return figure(FlueFactors.FLOW)
                .match(
                        figure -> basis == FlowBasis.REPORTED_ACTUAL
                                ? standard(Fraction.of(figure.number()), basis)
                                : dry(figure.number()),
                        FlowRule::unknown);
    }

    private static FlowAnswer dry(BigDecimal flow) {
        return flow.signum() < 0
                ? new Unknown(HourEmission.Reason.FLOW_INVALID, FlueFactors.FLOW + " " + flow.toPlainString())
                : new Known(new DryFlow(Fraction.of(flow)), FlowBasis.REPORTED_DRY_STANDARD);
    }

    private FlowAnswer fromVelocity() {
        Optional<Duct.Section> section = hour.duct().flatMap(Duct::section);
        if (section.isEmpty()) {
            return new Unknown(
                    HourEmission.Reason.DUCT_NOT_REGISTERED,
                    hour.hour().outlet().value());
        }
        return figure(FlueFactors.VELOCITY)
                .match(
                        figure -> standard(FlueGas.wetFlow(figure.number(), section.get()), FlowBasis.FROM_VELOCITY),
                        FlowRule::unknown);
    }

    /** Brings a wet flow to dry standard state with the parameters of the hour; the duct has a section. */
    private FlowAnswer standard(Fraction wet, FlowBasis basis) {
        if (wet.numerator().signum() < 0) {
            return new Unknown(HourEmission.Reason.FLOW_INVALID, "wet flow " + wet.rounded(2) + " m3/h");
        }
        return figure(FlueFactors.TEMPERATURE)
                .match(
                        celsius -> figure(FlueFactors.PRESSURE)
                                .match(
                                        pascal -> figure(FlueFactors.HUMIDITY)
                                                .match(
                                                        percent -> inState(
                                                                wet,
                                                                basis,
                                                                new FlueGas(
                                                                        celsius.number(),
                                                                        pascal.number(),
                                                                        percent.number())),
                                                        FlowRule::unknown),
                                        FlowRule::unknown),
                        FlowRule::unknown);
    }

    private FlowAnswer inState(Fraction wet, FlowBasis basis, FlueGas state) {
        return hour.duct()
                .flatMap(Duct::section)
                .flatMap(section -> state.dryStandard(wet, section.ambientPascal()))
                .<FlowAnswer>map(flow -> new Known(flow, basis))
                .orElseGet(() -> new Unknown(HourEmission.Reason.FLOW_INVALID, "no state of a gas: " + state));
    }

    private static FlowAnswer unknown(GaugeReading.None none) {
        return new Unknown(none.why(), none.detail());
    }

    private GaugeReading figure(FactorCode factor) {
        return GaugeReading.of(hour, factor, validity);
    }
}
