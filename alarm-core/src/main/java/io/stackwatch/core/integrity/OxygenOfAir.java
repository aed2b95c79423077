package io.stackwatch.core.integrity;

import java.util.Collections;
import java.util.Optional;

/** Oxygen as in air, or as nowhere, while the plant runs (氧含量异常): every converted figure of the hour is then wrong. */
final class OxygenOfAir implements Detector {

    @Override
    public String name() {
        return "oxygen";
    }

    @Override
    public String looksFor() {
        return "F06: oxygen below zero or as in air while load, heat, moisture or flow show that the plant runs";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Optional<Series> oxygen = view.of(Role.OXYGEN).map(series -> series.in(view.examined()));
        if (oxygen.filter(series -> series.size() > 0).isEmpty()) {
            return new Opinion.CannotSay(Opinion.Reason.NOT_MEASURED, "no oxygen is reported");
        }
        SignsOfRunning signs = SignsOfRunning.all(view, terms);
        int needed = terms.count("running.signs");
        Findings findings = new Findings();
        findings.looked(oxygen.get().size());
        Series wrong = oxygen.get()
                .where(point -> point.value().signum() < 0
                        || (point.value().compareTo(terms.decimal("air-from")) >= 0
                                && signs.at(point.start()).size() >= needed));
        for (Series run : wrong.runs()) {
            if (run.size() >= terms.count("hours")) {
                findings.suspect(terms.suspicion(
                        view,
                        run.factor(),
                        run.window(),
                        run.shown(),
                        run.size()
                                + " hours of oxygen between " + Figures.shown(Collections.min(run.values())) + " and "
                                + Figures.shown(Collections.max(run.values())) + " %, at "
                                + run.window().start() + " "
                                + String.join(", ", signs.at(run.window().start()))));
            }
        }
        if (wrong.size() == 0 && signs.known() < needed) {
            return new Opinion.CannotSay(
                    Opinion.Reason.NOT_MEASURED, signs.known() + " signs of running are reported, not " + needed);
        }
        return findings.opinion();
    }
}
