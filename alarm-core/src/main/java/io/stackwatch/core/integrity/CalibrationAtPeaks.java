package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Calibrations that begin when figures are near the limit, time and again (校准异常): what is calibrated away is not judged. */
final class CalibrationAtPeaks implements Detector {

    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public String name() {
        return "calibration-at-peaks";
    }

    @Override
    public String looksFor() {
        return "F11: calibrations begin when figures are near the limit";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Window back = view.back(terms.duration("look-back"));
        List<StationAct> acts = view.acts(StationAct.Kind.CALIBRATED).stream()
                .filter(act -> back.contains(act.at()))
                .toList();
        Findings findings = new Findings();
        int least = terms.count("calibrations");
        for (Series series : view.judged()) {
            List<StationAct> own = acts.stream()
                    .filter(act ->
                            act.factor().equals(series.factor()) || act.factor().equals(FactorCode.ALL))
                    .toList();
            if (own.size() < least) {
                findings.cannot(
                        Opinion.Reason.NO_ACTS, own.size() + " calibrations of " + series.factor() + ", not " + least);
                continue;
            }
            findings.looked(own.size());
            Series peaks = series.where(point -> point.hour().isAtLeast(terms.decimal("peak-from"))
                    && own.stream().anyMatch(act -> isJustBefore(point, act.at())));
            boolean touches = peaks.points().stream()
                    .anyMatch(point -> view.examined().contains(point.start().plus(HOUR)));
            if (touches && Figures.isShare(peaks.size(), own.size(), terms.decimal("share"))) {
                findings.suspect(terms.suspicion(
                        view,
                        series.factor(),
                        view.examined(),
                        peaks.shown(),
                        peaks.size()
                                + " of " + own.size() + " calibrations began in or behind an hour at "
                                + Figures.percent(terms.decimal("peak-from")) + " of the limit and more"));
            }
        }
        return findings.opinion();
    }

    /** The last whole hour before the calibration. */
    private static boolean isJustBefore(Point point, Instant at) {
        return !at.isBefore(point.start().plus(HOUR))
                && at.isBefore(point.start().plus(HOUR).plus(HOUR));
    }
}
