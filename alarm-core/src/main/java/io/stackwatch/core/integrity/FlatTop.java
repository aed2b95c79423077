package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * The same largest value in many hours of different means: something cuts the peaks off (削顶). Where the figures below the top
 * repeat as well, the logger reports coarsely and nothing is said.
 */
final class FlatTop implements Detector {

    @Override
    public String name() {
        return "flat-top";
    }

    @Override
    public String looksFor() {
        return "F02, F03: the largest value of many hours is the same, their means are not";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Findings findings = new Findings();
        int hours = terms.count("hours");
        for (Series series : view.pollutants()) {
            List<Point> tops = series.in(view.examined()).points().stream()
                    .flatMap(point -> point.hour().max().map(max -> new Point(point.hour(), max)).stream())
                    .toList();
            Series maxima = new Series(series.watched(), tops);
            if (maxima.size() < terms.count("minimum-hours")) {
                findings.cannot(
                        Opinion.Reason.TOO_FEW_VALUES,
                        maxima.size() + " hours of " + series.factor() + " with a largest value");
                continue;
            }
            BigDecimal top =
                    maxima.values().stream().max(Comparator.naturalOrder()).orElseThrow();
            Series cut = maxima.where(point -> point.value().compareTo(top) == 0);
            Series below = maxima.where(point -> point.value().compareTo(top) < 0);
            if (cut.size() < hours || top.compareTo(series.watched().floor()) <= 0 || means(cut) < hours / 2) {
                findings.looked(maxima.size());
            } else if (below.isCoarse(terms.count("coarse.hours"), terms.decimal("coarse.share"))) {
                findings.cannot(
                        Opinion.Reason.TOO_COARSE,
                        series.factor() + ": " + below.distinct() + " different largest values in " + below.size()
                                + " hours");
            } else {
                findings.suspect(terms.suspicion(
                        view,
                        series.factor(),
                        cut.window(),
                        cut.shown(),
                        cut.size() + " of "
                                + maxima.size() + " hours have the largest value " + Figures.shown(top) + " "
                                + series.watched().unit() + ", with " + means(cut) + " different means"));
            }
        }
        return findings.opinion();
    }

    private static long means(Series cut) {
        return cut.points().stream()
                .flatMap(point -> point.hour().measured().stream())
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .count();
    }
}
