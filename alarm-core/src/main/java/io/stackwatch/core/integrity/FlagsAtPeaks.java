package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Marks that begin when figures are near the limit, time and again (维护滥用): what is marked is not judged. */
final class FlagsAtPeaks implements Detector {

    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public String name() {
        return "flags-at-peaks";
    }

    @Override
    public String looksFor() {
        return "F17: marks that set hours aside begin when figures are near the limit";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Window back = view.back(terms.duration("look-back"));
        Findings findings = new Findings();
        for (Series series : view.judged()) {
            Series usable = series.in(back);
            Predicate<Instant> setAside = view.marked(series.factor(), terms.words("flags"));
            Series last = usable.where(point -> setAside.test(point.start().plus(HOUR)));
            if (last.size() < terms.count("marks")) {
                findings.cannot(Opinion.Reason.TOO_FEW_VALUES, last.size() + " marks of " + series.factor());
                continue;
            }
            findings.looked(last.size());
            Series peaks = last.where(point -> point.hour().isAtLeast(terms.decimal("peak-from")));
            boolean touches = peaks.points().stream()
                    .anyMatch(point -> view.examined().contains(point.start().plus(HOUR)));
            if (touches
                    && peaks.size() >= terms.count("marks")
                    && Figures.isShare(peaks.size(), last.size(), terms.decimal("share"))) {
                findings.suspect(terms.suspicion(
                        view,
                        series.factor(),
                        view.examined(),
                        peaks.shown(),
                        peaks.size()
                                + " of " + last.size() + " marks began behind an hour at "
                                + Figures.percent(terms.decimal("peak-from")) + " of the limit and more"));
            }
        }
        return findings.opinion();
    }
}
