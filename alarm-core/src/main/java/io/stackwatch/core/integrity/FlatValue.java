package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * All values of some consecutive hours within a narrow band, by the extremes of the hours (恒值 by spread). A steady source has
 * steady means; within the hours its values move all the same.
 */
final class FlatValue implements Detector {

    @Override
    public String name() {
        return "flat";
    }

    @Override
    public String looksFor() {
        return "F01: consecutive hours whose smallest and largest value are hardly apart";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Findings findings = new Findings();
        int hours = terms.count("hours");
        Window looked = view.back(view.examined().length().plus(Duration.ofHours(hours)));
        for (Series series : view.pollutants()) {
            Series known = series.in(looked)
                    .where(point -> point.hour().min().isPresent()
                            && point.hour().max().isPresent()
                            && point.value().compareTo(series.watched().floor()) > 0);
            if (known.size() < hours) {
                findings.cannot(
                        Opinion.Reason.TOO_FEW_VALUES,
                        known.size() + " hours of " + series.factor() + " with extremes, not " + hours);
                continue;
            }
            if (lastPlace(known).compareTo(Figures.mean(known.values()).multiply(terms.decimal("share"))) > 0) {
                findings.cannot(
                        Opinion.Reason.TOO_COARSE,
                        series.factor() + " is written in steps of "
                                + lastPlace(known).toPlainString() + ", which is more than the band");
                continue;
            }
            findings.looked(known.size());
            known.runs().forEach(run -> look(run, hours, view, terms, findings));
        }
        return findings.opinion();
    }

    private static void look(Series run, int hours, OutletView view, Terms terms, Findings findings) {
        int i = 0;
        while (i + hours <= run.size()) {
            int end = i + hours;
            if (!isFlat(run.points().subList(i, end), terms)) {
                i++;
                continue;
            }
            while (end < run.size() && isFlat(run.points().subList(i, end + 1), terms)) {
                end++;
            }
            Series flat = new Series(run.watched(), run.points().subList(i, end));
            if (flat.window().overlap(view.examined()).toHours() > 0) {
                findings.suspect(terms.suspicion(
                        view,
                        run.factor(),
                        flat.window(),
                        flat.shown(),
                        flat.size()
                                + " consecutive hours between " + Figures.shown(least(flat.points())) + " and "
                                + Figures.shown(most(flat.points())) + " "
                                + run.watched().unit()));
            }
            i = end;
        }
    }

    private static boolean isFlat(List<Point> points, Terms terms) {
        BigDecimal mean = Figures.mean(points.stream().map(Point::value).toList());
        return most(points).subtract(least(points)).compareTo(mean.multiply(terms.decimal("share"))) <= 0;
    }

    /** One unit of the last place that any of the figures is written with. */
    private static BigDecimal lastPlace(Series series) {
        int decimals =
                series.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return BigDecimal.ONE.scaleByPowerOfTen(-decimals);
    }

    private static BigDecimal least(List<Point> points) {
        return points.stream()
                .flatMap(p -> p.hour().min().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static BigDecimal most(List<Point> points) {
        return points.stream()
                .flatMap(p -> p.hour().max().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
