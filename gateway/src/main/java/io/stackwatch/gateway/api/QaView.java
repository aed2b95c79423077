package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.DueCheck;
import io.stackwatch.core.quality.OutOfControlPeriod;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFinding;
import io.stackwatch.core.quality.QaLimit;
import io.stackwatch.core.quality.QaMode;
import io.stackwatch.core.quality.QaResult;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.quality.QaFile;
import io.stackwatch.gateway.quality.QaStanding;
import io.stackwatch.gateway.records.Act;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** A check of an instrument as the interface shows it. */
record QaView(
        long number,
        OutletId outlet,
        Named factor,
        QaCheck check,
        QaMode mode,
        Instant madeAt,
        Optional<String> percent,
        Optional<QaBasis> percentOf,
        Optional<String> absolute,
        Optional<QaResult> stated,
        String document,
        QaResult result,
        QaFinding.Ground ground,
        boolean contradictsStated,
        Optional<Row> row,
        Done recorded,
        Optional<Done> withdrawn) {

    /** The row of the table that a check was compared with. */
    record Row(
            Optional<String> interval,
            Optional<String> passPercent,
            Optional<String> passAbsolute,
            Optional<String> controlPercent,
            Optional<String> controlAbsolute,
            String unit,
            String source,
            Verification mark) {

        static Row of(QaLimit limit) {
            return new Row(
                    limit.interval().map(Period::toString),
                    limit.pass().percent().map(BigDecimal::toPlainString),
                    limit.pass().absolute().map(BigDecimal::toPlainString),
                    limit.outOfControl().percent().map(BigDecimal::toPlainString),
                    limit.outOfControl().absolute().map(BigDecimal::toPlainString),
                    limit.unit(),
                    limit.source(),
                    limit.mark());
        }
    }

    /** Who did something, when, why. */
    record Done(Instant at, String by, String reason) {

        static Done of(Act act) {
            return new Done(act.at(), act.by(), act.reason());
        }
    }

    /** The checks of an outlet. */
    record All(List<QaView> items) {}

    /** A stretch of time out of control, and the numbers of the checks that bound it. */
    record Control(
            Named factor,
            QaCheck check,
            Instant from,
            Optional<Instant> until,
            Optional<Long> lastPassed,
            long failed,
            Optional<Long> nextPassed) {

        static Control of(OutOfControlPeriod period, FactorNames names) {
            return new Control(
                    names.of(period.subject().factor()),
                    period.subject().check(),
                    period.from(),
                    period.until(),
                    period.lastPassed().map(QaEvent::number),
                    period.failed().number(),
                    period.nextPassed().map(QaEvent::number));
        }
    }

    /** How a series of checks stands. */
    record Due(
            Named factor,
            QaCheck check,
            DueCheck.State state,
            Optional<Instant> dueAt,
            Optional<Long> last,
            Optional<Instant> lastAt) {

        static Due of(DueCheck due, FactorNames names) {
            return new Due(
                    names.of(due.subject().factor()),
                    due.subject().check(),
                    due.state(),
                    due.dueAt(),
                    due.last().map(QaEvent::number),
                    due.last().map(QaEvent::at));
        }
    }

    /** How the instruments of an outlet stand. */
    record Standing(OutletId outlet, List<Control> periods, List<Due> checks) {

        static Standing of(OutletId outlet, QaStanding standing, FactorNames names) {
            return new Standing(
                    outlet,
                    standing.periods().stream()
                            .map(period -> Control.of(period, names))
                            .toList(),
                    standing.checks().stream().map(due -> Due.of(due, names)).toList());
        }
    }

    static QaView of(QaFile file, FactorNames names) {
        QaEvent event = file.row().event();
        FactorCode factor = event.subject().factor();
        return new QaView(
                event.number(),
                event.subject().outlet(),
                names.of(factor),
                event.subject().check(),
                event.mode(),
                event.at(),
                event.figures().percent().map(BigDecimal::toPlainString),
                event.figures().basis(),
                event.figures().absolute().map(BigDecimal::toPlainString),
                event.stated(),
                event.document(),
                file.finding().result(),
                file.finding().ground(),
                file.finding().contradictsStated(),
                file.finding().row().map(Row::of),
                Done.of(file.row().act()),
                file.row().withdrawal().map(Done::of));
    }
}
