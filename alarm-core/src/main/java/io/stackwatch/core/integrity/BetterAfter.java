package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Compares the figures of a factor before and after something was done to its instrument. */
final class BetterAfter {

    private final OutletView view;
    private final Terms terms;
    private final Findings findings = new Findings();

    BetterAfter(OutletView view, Terms terms) {
        this.view = view;
        this.terms = terms;
    }

    /** Looks at every act of a kind whose time behind it touches the examined stretch. */
    Opinion examine(StationAct.Kind kind) {
        Duration after = terms.duration("after");
        List<StationAct> acts = view.acts(kind).stream()
                .filter(act -> new Window(act.at(), act.at().plus(after))
                                .overlap(view.examined())
                                .toMillis()
                        > 0)
                .toList();
        if (acts.isEmpty()) {
            return new Opinion.CannotSay(Opinion.Reason.NO_ACTS, "nothing of the kind was done");
        }
        for (StationAct act : acts) {
            view.pollutants().stream()
                    .filter(series -> series.factor().equals(act.factor()) || FactorCode.ALL.equals(act.factor()))
                    .forEach(series -> look(act, series, after));
        }
        return findings.opinion();
    }

    private void look(StationAct act, Series series, Duration length) {
        Series before = series.in(new Window(act.at().minus(terms.duration("before")), act.at()));
        Series after = series.in(new Window(act.at(), act.at().plus(length)));
        int least = terms.count("minimum-hours");
        if (before.size() < least || after.size() < least) {
            findings.cannot(
                    Opinion.Reason.TOO_FEW_VALUES,
                    before.size() + " hours of " + series.factor() + " before and " + after.size() + " after "
                            + act.at() + ", not " + least);
            return;
        }
        findings.looked(before.size() + after.size());
        BigDecimal was = Figures.mean(before.values());
        BigDecimal is = Figures.mean(after.values());
        BigDecimal better = was.multiply(BigDecimal.ONE.subtract(terms.decimal("better-share")));
        if (was.compareTo(series.watched().floor()) > 0 && is.compareTo(better) <= 0) {
            findings.suspect(terms.suspicion(
                    view,
                    series.factor(),
                    new Window(act.at(), act.at().plus(length)),
                    after.shown(),
                    "mean from " + Figures.shown(was) + " to " + Figures.shown(is) + " "
                            + series.watched().unit() + " after " + act.at() + ", " + act.words()
                            + (act.filed() ? "" : ", not filed")));
        }
    }
}
