package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Oxygen that falls from one day to the next while flow stays and concentrations do not rise. Less excess air dilutes less, so
 * that every measured concentration has to rise as {@code 21 - O2} does; lower oxygen alone makes converted figures better.
 */
final class OxygenDrop implements Detector {

    @Override
    public String name() {
        return "oxygen-drop";
    }

    @Override
    public String looksFor() {
        return "F06: oxygen falls, flow stays, and concentrations do not rise as less dilution would have them";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Optional<Series> oxygen = view.of(Role.OXYGEN);
        Optional<Series> flow = view.of(Role.FLOW);
        if (oxygen.isEmpty() || flow.isEmpty()) {
            return new Opinion.CannotSay(Opinion.Reason.NOT_MEASURED, "oxygen and flow are needed");
        }
        Window before = view.before(terms.duration("look-back"));
        Series o2 = oxygen.get().in(view.examined());
        int least = terms.count("minimum-hours");
        if (o2.size() < least
                || oxygen.get().in(before).size() < least
                || flow.get().in(before).size() < least
                || flow.get().in(view.examined()).size() < least) {
            return new Opinion.CannotSay(
                    Opinion.Reason.TOO_FEW_VALUES, "before and in the stretch " + least + " hours");
        }
        BigDecimal was = Figures.mean(oxygen.get().in(before).values());
        BigDecimal is = Figures.mean(o2.values());
        BigDecimal flows = ratio(flow.get(), before, view.examined()).orElse(BigDecimal.ZERO);
        BigDecimal air = terms.averaging().oxygenOfAir();
        if (was.subtract(is).compareTo(terms.decimal("points")) < 0
                || was.compareTo(air) >= 0
                || flows.subtract(BigDecimal.ONE).abs().compareTo(terms.decimal("flow-share")) > 0) {
            return new Opinion.NothingFound(o2.size());
        }
        BigDecimal expected = air.subtract(is).divide(air.subtract(was), MathContext.DECIMAL64);
        BigDecimal bound = expected.subtract(BigDecimal.ONE)
                .multiply(terms.decimal("rise-share"))
                .add(BigDecimal.ONE);
        List<BigDecimal> rises = view.pollutants().stream()
                .flatMap(series -> ratio(series, before, view.examined()).stream())
                .toList();
        return !rises.isEmpty() && rises.stream().allMatch(rise -> rise.compareTo(bound) < 0)
                ? new Opinion.Suspects(List.of(terms.suspicion(
                        view,
                        o2.factor(),
                        view.examined(),
                        o2.shown(),
                        "oxygen from " + Figures.shown(was) + " to " + Figures.shown(is) + " %, flow times "
                                + Figures.shown(flows) + "; concentrations should be times " + Figures.shown(expected)
                                + " and are at most times " + Figures.shown(Collections.max(rises)))))
                : new Opinion.NothingFound(o2.size());
    }

    private static Optional<BigDecimal> ratio(Series series, Window before, Window now) {
        if (series.in(before).size() == 0 || series.in(now).size() == 0) {
            return Optional.empty();
        }
        BigDecimal base = Figures.mean(series.in(before).values());
        return base.signum() <= 0
                ? Optional.empty()
                : Optional.of(Figures.mean(series.in(now).values()).divide(base, MathContext.DECIMAL64));
    }
}
