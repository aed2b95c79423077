package io.stackwatch.core.quality;

import io.stackwatch.core.quality.QaFinding.Ground;
import io.stackwatch.core.quality.QaLimit.Bounds;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a recorded check comes to (HJ 75-2017 part 11): it passes if one of its figures keeps its bound of the requirement, and
 * is out of control if every bound of control that the row has is exceeded. At a bound it is kept. The figures go before
 * the result that the record states. Immutable.
 */
public final class QaRule {

    private final QaLimits limits;
    private final Measurands measurands;

    public QaRule(QaLimits limits, Measurands measurands) {
        this.limits = limits;
        this.measurands = measurands;
    }

    /** The rule with the tables that come with the program. */
    public static QaRule load() {
        return new QaRule(QaLimits.load(), Measurands.load());
    }

    /** The limits that it goes by. */
    public QaLimits limits() {
        return limits;
    }

    /** What kind of measurand a factor is. */
    public Measurands measurands() {
        return measurands;
    }

    /** What a check comes to. */
    public QaFinding of(QaEvent event) {
        Optional<QaLimit> row =
                measurands.of(event.subject().factor()).flatMap(measurand -> limits.judging(event, measurand));
        Optional<QaResult> judged = row.flatMap(limit -> byFigures(event.figures(), limit));
        if (judged.isPresent()) {
            boolean contradicts =
                    event.stated().filter(stated -> stated != judged.get()).isPresent();
            return new QaFinding(judged.get(), Ground.FIGURES, row, contradicts);
        }
        if (event.stated().isPresent()) {
            return new QaFinding(event.stated().get(), Ground.STATED, row, false);
        }
        return new QaFinding(QaResult.NOT_JUDGED, row.isPresent() ? Ground.NO_FIGURES : Ground.NO_ROW, row, false);
    }

    private static Optional<QaResult> byFigures(QaFigures figures, QaLimit row) {
        if (!comparable(figures, row.pass()) && !comparable(figures, row.outOfControl())) {
            return Optional.empty();
        }
        if (keeps(figures.percent(), row.pass().percent())
                || keeps(figures.absolute(), row.pass().absolute())) {
            return Optional.of(QaResult.PASSES);
        }
        Bounds control = row.outOfControl();
        boolean lost = comparable(figures, control)
                && exceedsIfBound(figures.percent(), control.percent())
                && exceedsIfBound(figures.absolute(), control.absolute());
        return Optional.of(lost ? QaResult.OUT_OF_CONTROL : QaResult.BEYOND_REQUIREMENT);
    }

    private static boolean comparable(QaFigures figures, Bounds bounds) {
        return (figures.percent().isPresent() && bounds.percent().isPresent())
                || (figures.absolute().isPresent() && bounds.absolute().isPresent());
    }

    private static boolean keeps(Optional<BigDecimal> figure, Optional<BigDecimal> bound) {
        return figure.isPresent() && bound.isPresent() && figure.get().abs().compareTo(bound.get()) <= 0;
    }

    /** A bound whose figure nobody wrote down counts as exceeded: the figures that were written down decide. */
    private static boolean exceedsIfBound(Optional<BigDecimal> figure, Optional<BigDecimal> bound) {
        return figure.isEmpty() || bound.isEmpty() || figure.get().abs().compareTo(bound.get()) > 0;
    }
}
