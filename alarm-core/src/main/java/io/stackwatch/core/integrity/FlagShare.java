package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;

/** Far more hours under maintenance, calibration or fault than other outlets have (维护滥用). */
final class FlagShare implements Detector {

    @Override
    public String name() {
        return "flag-share";
    }

    @Override
    public String looksFor() {
        return "F17: a larger share of hours that are set aside by their mark than at other outlets";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Window back = view.back(terms.duration("look-back"));
        List<WatchedHour> own = view.reported(back);
        if (own.size() < terms.count("minimum-hours")) {
            return new Opinion.CannotSay(Opinion.Reason.TOO_FEW_VALUES, own.size() + " reported hours");
        }
        Set<String> flags = terms.words("flags");
        List<BigDecimal> others = view.reportedElsewhere(back).stream()
                .filter(hours -> hours.size() >= terms.count("minimum-hours"))
                .map(hours -> share(hours, flags))
                .toList();
        if (others.size() < terms.count("others")) {
            return new Opinion.CannotSay(Opinion.Reason.TOO_FEW_OTHERS, others.size() + " other outlets");
        }
        BigDecimal usual = Figures.median(others);
        BigDecimal bound = usual.multiply(terms.decimal("times")).max(terms.decimal("least-share"));
        BigDecimal is = share(own, flags);
        List<WatchedHour> aside =
                own.stream().filter(hour -> OutletView.isMarked(hour, flags)).toList();
        boolean touches = aside.stream().anyMatch(hour -> view.examined().contains(hour.start()));
        return touches && is.compareTo(bound) > 0
                ? new Opinion.Suspects(List.of(terms.suspicion(
                        view,
                        FactorCode.ALL,
                        view.examined(),
                        shown(aside),
                        Figures.percent(is) + " of the figures are set aside by their mark, the median of "
                                + others.size() + " other outlets is " + Figures.percent(usual))))
                : new Opinion.NothingFound(own.size());
    }

    private static BigDecimal share(List<WatchedHour> hours, Set<String> flags) {
        long aside =
                hours.stream().filter(hour -> OutletView.isMarked(hour, flags)).count();
        return BigDecimal.valueOf(aside).divide(BigDecimal.valueOf(hours.size()), MathContext.DECIMAL64);
    }

    private static List<Shown> shown(List<WatchedHour> hours) {
        return hours.stream()
                .flatMap(hour -> hour.measured().map(value -> new Point(hour, value).shown()).stream())
                .toList();
    }
}
