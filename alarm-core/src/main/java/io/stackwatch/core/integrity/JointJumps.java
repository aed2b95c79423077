package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Several pollutants that jump in one and the same hour and in one direction while the flow stays (多因子同跳): processes that make
 * and remove them have nothing to do with each other; a program that writes figures has.
 */
final class JointJumps implements Detector {

    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public String name() {
        return "jumps";
    }

    @Override
    public String looksFor() {
        return "F12: several pollutants jump in the same hour and direction while the flow stays";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        List<Series> pollutants = view.pollutants();
        int needed = terms.count("factors");
        Optional<Series> flow = view.of(Role.FLOW);
        if (pollutants.size() < needed || flow.isEmpty()) {
            return new Opinion.CannotSay(
                    Opinion.Reason.NOT_MEASURED,
                    pollutants.size() + " pollutants, not " + needed + (flow.isEmpty() ? ", and no flow" : ""));
        }
        Findings findings = new Findings();
        Series steady = flow.get().in(view.examined()).where(point -> stays(point, flow.get(), terms));
        findings.looked(steady.size());
        for (Point hour : steady.points()) {
            for (boolean up : List.of(true, false)) {
                List<Series> jumped = pollutants.stream()
                        .filter(series -> jumps(series, hour.start(), up, terms.decimal("ratio")))
                        .toList();
                if (jumped.size() >= needed) {
                    findings.suspect(terms.suspicion(
                            view,
                            FactorCode.ALL,
                            new Window(hour.start().minus(HOUR), hour.start().plus(HOUR)),
                            jumped.stream()
                                    .flatMap(series -> series.points().stream())
                                    .filter(point -> point.start().equals(hour.start())
                                            || point.start().equals(hour.start().minus(HOUR)))
                                    .map(Point::shown)
                                    .toList(),
                            jumped.size() + " pollutants " + (up ? "rise" : "fall") + " by a factor of "
                                    + terms.decimal("ratio") + " and more at " + hour.start()
                                    + ", the flow stays"));
                }
            }
        }
        if (steady.size() == 0) {
            return new Opinion.CannotSay(Opinion.Reason.TOO_FEW_VALUES, "no hour in which the flow stays");
        }
        return findings.opinion();
    }

    private static boolean stays(Point point, Series flow, Terms terms) {
        return flow.at(point.start().minus(HOUR))
                .filter(before -> before.signum() > 0
                        && point.value().subtract(before).abs().compareTo(before.multiply(terms.decimal("flow-share")))
                                <= 0)
                .isPresent();
    }

    /** From or to a figure of nothing counts as well, if the other one is above the floor by the ratio. */
    private static boolean jumps(Series series, Instant hour, boolean up, BigDecimal ratio) {
        Optional<BigDecimal> before = series.at(hour.minus(HOUR));
        Optional<BigDecimal> now = series.at(hour);
        if (before.isEmpty() || now.isEmpty()) {
            return false;
        }
        BigDecimal low = (up ? before : now).get().max(series.watched().floor());
        BigDecimal high = (up ? now : before).get();
        return high.signum() > 0 && high.compareTo(low.multiply(ratio)) >= 0;
    }
}
