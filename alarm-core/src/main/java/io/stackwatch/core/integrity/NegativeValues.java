package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.util.Collections;

/** Concentrations below zero by more than the drift of a zero point (负值). */
final class NegativeValues implements Detector {

    @Override
    public String name() {
        return "negative";
    }

    @Override
    public String looksFor() {
        return "F07: concentrations below zero by more than a zero point drifts";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Findings findings = new Findings();
        for (Series series : view.pollutants()) {
            Series looked = series.in(view.examined());
            findings.looked(looked.size());
            Series wrong = looked.where(
                    point -> point.value().negate().compareTo(tolerance(point, series.watched(), terms)) > 0);
            if (wrong.size() >= terms.count("hours")) {
                findings.suspect(terms.suspicion(
                        view,
                        series.factor(),
                        wrong.window(),
                        wrong.shown(),
                        wrong.size()
                                + " hours below zero, the lowest " + Figures.shown(Collections.min(wrong.values()))
                                + " "
                                + series.watched().unit() + ", where the zero point may drift by "
                                + Figures.shown(tolerance(wrong.points().get(0), series.watched(), terms))));
            }
        }
        return findings.opinion();
    }

    /** A share of the range; the floor of the factor where the range is not registered. */
    private static BigDecimal tolerance(Point point, WatchedFactor watched, Terms terms) {
        return point.hour()
                .heldAgainst()
                .rangeTop()
                .map(top -> top.multiply(terms.decimal("range-share")))
                .orElse(watched.floor());
    }
}
