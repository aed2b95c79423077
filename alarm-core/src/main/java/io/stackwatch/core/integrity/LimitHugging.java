package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;

/** Much of the time just below the limit, and never above it (贴限). */
final class LimitHugging implements Detector {

    @Override
    public String name() {
        return "hugging";
    }

    @Override
    public String looksFor() {
        return "F02: many hours just below the limit and hardly any above it";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Findings findings = new Findings();
        Window back = view.back(terms.duration("look-back"));
        int least = terms.count("minimum-hours");
        for (Series series : view.judged()) {
            Series limited = series.in(back)
                    .where(point -> point.hour().heldAgainst().limit().isPresent());
            if (limited.size() < least) {
                findings.cannot(
                        limited.size() == 0 ? Opinion.Reason.NO_LIMIT : Opinion.Reason.TOO_FEW_VALUES,
                        limited.size() + " hours of " + series.factor() + " with a limit, not " + least);
                continue;
            }
            findings.looked(limited.size());
            Series above = limited.where(point -> point.value().compareTo(limit(point)) > 0);
            Series close = limited.where(point ->
                    point.value().compareTo(limit(point)) <= 0 && point.hour().isAtLeast(terms.decimal("band-from")));
            boolean touches =
                    close.points().stream().anyMatch(point -> view.examined().contains(point.start()));
            if (touches
                    && Figures.isShare(close.size(), limited.size(), terms.decimal("share"))
                    && !Figures.isShare(above.size(), limited.size(), terms.decimal("above-below"))) {
                findings.suspect(terms.suspicion(
                        view,
                        series.factor(),
                        view.examined(),
                        close.shown(),
                        close.size()
                                + " of " + limited.size() + " hours ("
                                + Figures.percent(close.size(), limited.size()) + ") between "
                                + Figures.percent(terms.decimal("band-from")) + " of the limit and the limit, "
                                + above.size() + " above it"));
            }
        }
        return findings.opinion();
    }

    private static BigDecimal limit(Point point) {
        return point.hour().heldAgainst().limit().orElseThrow();
    }
}
