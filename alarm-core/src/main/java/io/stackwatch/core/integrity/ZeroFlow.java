package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;

/** No flow, or a small part of the usual one, while other figures show that the plant runs (流量为零有负荷). */
final class ZeroFlow implements Detector {

    @Override
    public String name() {
        return "zero-flow";
    }

    @Override
    public String looksFor() {
        return "F08: hardly any flow while load, heat and moisture show that the plant runs";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Optional<Series> flow = view.of(Role.FLOW).map(series -> series.in(view.back(terms.duration("look-back"))));
        if (flow.filter(series -> series.size() > 0).isEmpty()) {
            return new Opinion.CannotSay(Opinion.Reason.NOT_MEASURED, "no flow is reported");
        }
        SignsOfRunning signs = SignsOfRunning.withoutFlow(view, terms);
        int needed = terms.count("running.signs");
        if (signs.known() < needed) {
            return new Opinion.CannotSay(
                    Opinion.Reason.NOT_MEASURED, signs.known() + " signs of running are reported, not " + needed);
        }
        if (flow.get().size() < terms.count("minimum-hours")) {
            return new Opinion.CannotSay(
                    Opinion.Reason.TOO_FEW_VALUES, flow.get().size() + " hours do not say what is usual");
        }
        BigDecimal bound = Figures.median(flow.get().values()).multiply(terms.decimal("share"));
        Findings findings = new Findings();
        Series looked = flow.get().in(view.examined());
        findings.looked(looked.size());
        Series low = looked.where(
                point -> (point.value().signum() <= 0 || point.value().compareTo(bound) < 0)
                        && signs.at(point.start()).size() >= needed);
        for (Series run : low.runs()) {
            if (run.size() >= terms.count("hours")) {
                findings.suspect(terms.suspicion(
                        view,
                        run.factor(),
                        run.window(),
                        run.shown(),
                        run.size()
                                + " hours of at most " + Figures.shown(Collections.max(run.values())) + " "
                                + run.watched().unit() + ", below " + Figures.shown(bound) + "; at "
                                + run.window().start() + " "
                                + String.join(", ", signs.at(run.window().start()))));
            }
        }
        return findings.opinion();
    }
}
