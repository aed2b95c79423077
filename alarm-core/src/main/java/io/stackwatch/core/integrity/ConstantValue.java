package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same hourly mean again and again (恒值). Where the logger sends the extremes of the hour they must be the same as well: an
 * analyser that measures does not repeat all three. Figures at or below the floor of their factor are figures of nothing.
 */
final class ConstantValue implements Detector {

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public String looksFor() {
        return "F01: consecutive hours with the same mean and the same extremes";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Findings findings = new Findings();
        Window back = view.back(terms.duration("look-back"));
        Stream.concat(
                        view.pollutants().stream(),
                        view.of(Role.OXYGEN).stream()
                                .map(series ->
                                        series.where(point -> point.value().compareTo(terms.decimal("air-from")) < 0)))
                .map(series -> series.in(back))
                .forEach(series -> look(series, view, terms, findings));
        return findings.opinion();
    }

    private static void look(Series all, OutletView view, Terms terms, Findings findings) {
        int hours = terms.count("hours");
        if (all.size() < hours) {
            findings.cannot(Opinion.Reason.TOO_FEW_VALUES, all.size() + " hours of " + all.factor() + ", not " + hours);
            return;
        }
        for (Series run : all.runs()) {
            for (Series same : run.stretches(ConstantValue::repeats)) {
                BigDecimal value = same.points().get(0).value();
                if (same.size() >= hours
                        && value.compareTo(all.watched().floor()) > 0
                        && same.window().overlap(view.examined()).toHours() > 0) {
                    Series rest = all.where(point -> point.value().compareTo(value) != 0);
                    if (rest.isCoarse(terms.count("coarse.hours"), terms.decimal("coarse.share"))) {
                        findings.cannot(
                                Opinion.Reason.TOO_COARSE,
                                all.factor() + ": " + rest.distinct() + " different figures in " + rest.size()
                                        + " hours");
                        return;
                    }
                    findings.suspect(terms.suspicion(
                            view,
                            all.factor(),
                            same.window(),
                            same.shown(),
                            same.size() + " consecutive hours of " + Figures.shown(value) + " "
                                    + all.watched().unit()));
                }
            }
        }
        findings.looked(all.size());
    }

    private static boolean repeats(Point before, Point next) {
        return before.value().compareTo(next.value()) == 0
                && same(before.hour().min(), next.hour().min())
                && same(before.hour().max(), next.hour().max());
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(BigDecimal::stripTrailingZeros).equals(other.map(BigDecimal::stripTrailingZeros));
    }
}
