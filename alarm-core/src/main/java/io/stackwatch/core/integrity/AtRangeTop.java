package io.stackwatch.core.integrity;

import java.math.BigDecimal;

/** Values that reach the upper end of the registered range and are not marked as above it (量程封顶). */
final class AtRangeTop implements Detector {

    @Override
    public String name() {
        return "at-range";
    }

    @Override
    public String looksFor() {
        return "F03: values at the upper end of the instrument's range without the mark that says so";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Findings findings = new Findings();
        int hours = terms.count("hours");
        for (Series series : view.pollutants()) {
            Series ranged = series.in(view.examined())
                    .where(point -> point.hour().heldAgainst().rangeTop().isPresent());
            if (ranged.size() == 0) {
                findings.cannot(Opinion.Reason.NO_RANGE, "no range of " + series.factor() + " is registered");
                continue;
            }
            findings.looked(ranged.size());
            Series at = ranged.where(AtRangeTop::isAtTop);
            if (at.size() >= hours) {
                findings.suspect(terms.suspicion(
                        view,
                        series.factor(),
                        at.window(),
                        at.shown(),
                        at.size()
                                + " hours reach the end of the range, "
                                + Figures.shown(at.points()
                                        .get(0)
                                        .hour()
                                        .heldAgainst()
                                        .rangeTop()
                                        .orElseThrow()) + " "
                                + series.watched().unit() + ", and are not marked as above it"));
            }
        }
        return findings.opinion();
    }

    private static boolean isAtTop(Point point) {
        BigDecimal most = point.hour().max().orElse(point.value());
        return most.compareTo(point.hour().heldAgainst().rangeTop().orElseThrow()) >= 0;
    }
}
