package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFigures;
import io.stackwatch.core.quality.QaMode;
import io.stackwatch.core.quality.QaResult;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Checks of instruments. Rows are only ever added: a wrong one is withdrawn by a row of its own. */
public final class QaEventRecords {

    private static final String ALL =
            """
            SELECT e.*, w.at AS withdrawn_at, w.actor AS withdrawn_by, w.reason AS withdrawn_why
            FROM qa_event e LEFT JOIN qa_withdrawal w ON w.number = e.number""";

    private QaEventRecords() {}

    /** Keeps a check; answers it with its number, whatever number was handed in. */
    public static QaEventRow add(Handle handle, QaEvent draft, Act act) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM qa_event")
                        .mapTo(Long.class)
                        .one()
                + 1;
        QaEvent event = new QaEvent(
                number, draft.subject(), draft.mode(), draft.at(), draft.figures(), draft.stated(), draft.document());
        handle.execute(
                """
                INSERT INTO qa_event (number, outlet, factor, check_kind, mode, made_at, percent, basis, absolute, stated,
                  document, at, actor, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                number,
                event.subject().outlet().value(),
                event.subject().factor().value(),
                event.subject().check().name(),
                event.mode().name(),
                event.at().toEpochMilli(),
                event.figures().percent().map(BigDecimal::toPlainString).orElse(null),
                event.figures().basis().map(QaBasis::name).orElse(null),
                event.figures().absolute().map(BigDecimal::toPlainString).orElse(null),
                event.stated().map(QaResult::name).orElse(null),
                event.document(),
                act.at().toEpochMilli(),
                act.by(),
                act.reason());
        recount(handle, event, act.at());
        return new QaEventRow(event, act, Optional.empty());
    }

    /**
     * Withdraws a check.
     *
     * @return how it stands now; empty if there is none with this number, or it was withdrawn before
     */
    public static Optional<QaEventRow> withdraw(Handle handle, long number, Act act) {
        Optional<QaEventRow> known = find(handle, number).filter(QaEventRow::counts);
        known.ifPresent(row -> {
            handle.execute(
                    "INSERT INTO qa_withdrawal (number, at, actor, reason) VALUES (?, ?, ?, ?)",
                    number,
                    act.at().toEpochMilli(),
                    act.by(),
                    act.reason());
            recount(handle, row.event(), act.at());
        });
        return known.map(row -> new QaEventRow(row.event(), row.act(), Optional.of(act)));
    }

    /** Days between the checks of its series around this one are counted again: only there is anything different now. */
    private static void recount(Handle handle, QaEvent event, Instant now) {
        List<Instant> series = counting(handle, event.subject().outlet()).stream()
                .filter(other -> other.subject().equals(event.subject()))
                .map(QaEvent::at)
                .toList();
        Instant from = series.stream()
                .filter(event.at()::isAfter)
                .max(Instant::compareTo)
                .orElse(event.at());
        Instant until = series.stream()
                .filter(event.at()::isBefore)
                .min(Instant::compareTo)
                .orElse(now);
        DirtyDayRecords.mark(handle, OutletDay.between(event.subject().outlet(), from, until));
    }

    /** One check. */
    public static Optional<QaEventRow> find(Handle handle, long number) {
        return handle.createQuery(ALL + " WHERE e.number = ?")
                .bind(0, number)
                .map((row, context) -> event(row))
                .findOne();
    }

    /** Every check of an outlet, also those that were withdrawn, in the order in which they were made. */
    public static List<QaEventRow> of(Handle handle, OutletId outlet) {
        return handle.createQuery(ALL + " WHERE e.outlet = ? ORDER BY e.made_at, e.number")
                .bind(0, outlet.value())
                .map((row, context) -> event(row))
                .list();
    }

    /** The checks of an outlet that count, in the order in which they were made. */
    public static List<QaEvent> counting(Handle handle, OutletId outlet) {
        return of(handle, outlet).stream()
                .filter(QaEventRow::counts)
                .map(QaEventRow::event)
                .toList();
    }

    /** The check of a series that was made at an instant and counts. */
    public static Optional<QaEventRow> counting(Handle handle, QaEvent.Subject subject, Instant madeAt) {
        return handle.createQuery(ALL
                        + " WHERE e.outlet = ? AND e.factor = ? AND e.check_kind = ? AND e.made_at = ?"
                        + " AND w.number IS NULL ORDER BY e.number LIMIT 1")
                .bind(0, subject.outlet().value())
                .bind(1, subject.factor().value())
                .bind(2, subject.check().name())
                .bind(3, madeAt.toEpochMilli())
                .map((row, context) -> event(row))
                .findOne();
    }

    private static QaEventRow event(ResultSet row) throws SQLException {
        QaEvent event = new QaEvent(
                row.getLong("number"),
                new QaEvent.Subject(
                        new OutletId(row.getString("outlet")),
                        new FactorCode(row.getString("factor")),
                        QaCheck.valueOf(row.getString("check_kind"))),
                QaMode.valueOf(row.getString("mode")),
                Sql.instant(row, "made_at"),
                new QaFigures(
                        Sql.optionalText(row, "percent").map(BigDecimal::new),
                        Sql.optionalText(row, "basis").map(QaBasis::valueOf),
                        Sql.optionalText(row, "absolute").map(BigDecimal::new)),
                Sql.optionalText(row, "stated").map(QaResult::valueOf),
                row.getString("document"));
        Optional<Instant> withdrawnAt = Sql.optionalInstant(row, "withdrawn_at");
        String withdrawnBy = Sql.optionalText(row, "withdrawn_by").orElse("");
        String withdrawnWhy = Sql.optionalText(row, "withdrawn_why").orElse("");
        return new QaEventRow(
                event,
                new Act(Sql.instant(row, "at"), row.getString("actor"), row.getString("reason")),
                withdrawnAt.map(at -> new Act(at, withdrawnBy, withdrawnWhy)));
    }
}
