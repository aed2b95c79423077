package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.HourValidity;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Validity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A valid figure of an instrument in the unit that arithmetic needs, or why there is none. */
sealed interface GaugeReading {

    /** Factors from a reported unit to the one that is computed with, by powers of ten or whole numbers. */
    Map<FactorCode, Map<Unit, BigDecimal>> UNITS = Map.of(
            FlueFactors.FLOW,
            Map.of(new Unit("m3/h"), BigDecimal.ONE, new Unit("m3/s"), BigDecimal.valueOf(3_600)),
            FlueFactors.VELOCITY,
            Map.of(new Unit("m/s"), BigDecimal.ONE),
            FlueFactors.TEMPERATURE,
            Map.of(new Unit("degC"), BigDecimal.ONE),
            FlueFactors.PRESSURE,
            Map.of(new Unit("Pa"), BigDecimal.ONE, new Unit("kPa"), BigDecimal.valueOf(1_000)),
            FlueFactors.HUMIDITY,
            Map.of(Unit.PERCENT, BigDecimal.ONE));

    /** More digits, or a larger exponent, than any instrument has: a product of such numbers would grow without end. */
    int MOST_DIGITS = 20;

    /** Calls the function of the variant. */
    <T> T match(Function<Figure, T> figure, Function<None, T> none);

    /** What an instrument of the flow says in an hour. */
    static GaugeReading of(StackHour hour, FactorCode factor, HourValidity validity) {
        Optional<Gauge> gauge = hour.gauge(factor);
        if (gauge.isEmpty()) {
            return new None(HourEmission.Reason.FLOW_MISSING, factor.value());
        }
        HourReport report = gauge.get().report();
        Validity valid = validity.of(report.flag(), gauge.get().minutes(), hour.minuteEvidence());
        Optional<String> fault =
                valid.match(ok -> Optional.empty(), bad -> Optional.of(bad.reason() + " " + bad.detail()));
        if (fault.isPresent()) {
            return new None(HourEmission.Reason.FLOW_INVALID, factor + " " + fault.get());
        }
        Optional<BigDecimal> unit =
                Optional.ofNullable(UNITS.getOrDefault(factor, Map.of()).get(report.unit()));
        if (unit.isEmpty()) {
            return new None(HourEmission.Reason.FLOW_INVALID, factor + " in " + report.unit());
        }
        Optional<ReportedNumber> mean = report.avg();
        if (mean.isEmpty()) {
            return new None(HourEmission.Reason.FLOW_MISSING, factor + " without a mean");
        }
        BigDecimal number = mean.get().number();
        return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS
                ? new None(
                        HourEmission.Reason.FLOW_INVALID,
                        factor + " " + mean.get().text())
                : new Figure(number.multiply(unit.get()));
    }

    /** A figure in m3/h, m/s, degC, Pa or percent. */
    record Figure(BigDecimal number) implements GaugeReading {
        @Override
        public <T> T match(Function<Figure, T> figure, Function<None, T> none) {
            return figure.apply(this);
        }
    }

    /** None. */
    record None(HourEmission.Reason why, String detail) implements GaugeReading {
        @Override
        public <T> T match(Function<Figure, T> figure, Function<None, T> none) {
            return none.apply(this);
        }
    }
}
