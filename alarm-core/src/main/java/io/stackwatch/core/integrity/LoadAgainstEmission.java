package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The plant produces more and less, and what it lets out does not follow (负荷与排放背离). What it lets out in an hour is the
 * concentration times the flow; where no flow is reported the concentration stands for it.
 */
final class LoadAgainstEmission implements Detector {

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String looksFor() {
        return "F14: emission does not follow the load";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Window back = view.back(terms.duration("look-back"));
        Optional<Series> load = view.of(Role.LOAD).map(series -> series.in(back));
        if (load.filter(series -> series.size() > 0).isEmpty()) {
            return new Opinion.CannotSay(Opinion.Reason.NOT_MEASURED, "no load is reported");
        }
        Optional<Series> flow = view.of(Role.FLOW);
        Findings findings = new Findings();
        for (Series series : view.pollutants()) {
            List<BigDecimal> loads = new ArrayList<>();
            List<BigDecimal> amounts = new ArrayList<>();
            for (Point point : series.in(back).points()) {
                Optional<BigDecimal> at = load.get().at(point.start());
                Optional<BigDecimal> gas = flow.isEmpty()
                        ? Optional.of(BigDecimal.ONE)
                        : flow.get().at(point.start());
                if (at.isPresent() && gas.isPresent()) {
                    loads.add(at.get());
                    amounts.add(point.value().multiply(gas.get()));
                }
            }
            compare(series, loads, amounts, view, terms, findings);
        }
        return findings.opinion();
    }

    private static void compare(
            Series series,
            List<BigDecimal> loads,
            List<BigDecimal> amounts,
            OutletView view,
            Terms terms,
            Findings findings) {
        if (loads.size() < terms.count("minimum-hours")) {
            findings.cannot(Opinion.Reason.TOO_FEW_VALUES, loads.size() + " hours of load and " + series.factor());
            return;
        }
        BigDecimal mean = Figures.mean(loads);
        BigDecimal spread = Collections.max(loads).subtract(Collections.min(loads));
        Optional<Double> correlation = Figures.correlation(loads, amounts);
        if (spread.compareTo(mean.multiply(terms.decimal("spread"))) < 0 || correlation.isEmpty()) {
            findings.cannot(Opinion.Reason.TOO_STEADY, "load and " + series.factor() + " hardly move");
            return;
        }
        findings.looked(loads.size());
        if (correlation.get() < terms.decimal("correlation-below").doubleValue()) {
            findings.suspect(terms.suspicion(
                    view,
                    series.factor(),
                    view.examined(),
                    series.in(view.examined()).shown(),
                    "over " + loads.size() + " hours the amount let out follows the load with a coefficient of "
                            + Figures.shown(
                                    BigDecimal.valueOf(correlation.get()).setScale(3, RoundingMode.HALF_EVEN))
                            + ", less than " + terms.decimal("correlation-below")));
        }
    }
}
