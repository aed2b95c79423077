package io.stackwatch.gateway.records;

import io.stackwatch.core.deadline.Deadline;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFigures;
import io.stackwatch.core.quality.QaMode;
import io.stackwatch.core.quality.QaResult;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Checks of instruments. Rows are only ever added: a wrong one is withdrawn by a row of its own. */
public final class QaEventRecords {

    private static final String ALL =
            """
            SELECT e.*, w.at AS withdrawn_at, w.actor AS withdrawn_by, w.reason AS withdrawn_why
            FROM qa_event e LEFT JOIN qa_withdrawal w ON w.number = e.number""";

    private static final String WITHDRAWN = " withdrawn";

    private QaEventRecords() {}

    /**
     * Keeps a check; answers it with its number, whatever number was handed in. Hours that it makes a difference to are judged
     * and counted again.
     */
    public static QaEventRow add(Handle handle, QaEvent draft, Act act, QaRule rule) {
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
        QaEventRow row = new QaEventRow(event, act, Optional.empty());
        again(handle, row, act, "", rule);
        return row;
    }

    /**
     * Withdraws a check. Hours that it made a difference to are judged and counted again.
     *
     * @return how it stands now; empty if there is none with this number, or it was withdrawn before
     */
    public static Optional<QaEventRow> withdraw(Handle handle, long number, Act act, QaRule rule) {
        Optional<QaEventRow> known = find(handle, number).filter(QaEventRow::counts);
        known.ifPresent(row -> {
            handle.execute(
                    "INSERT INTO qa_withdrawal (number, at, actor, reason) VALUES (?, ?, ?, ?)",
                    number,
                    act.at().toEpochMilli(),
                    act.by(),
                    act.reason());
        });
        Optional<QaEventRow> withdrawn = known.map(row -> new QaEventRow(row.event(), row.act(), Optional.of(act)));
        withdrawn.ifPresent(row -> again(handle, row, act, WITHDRAWN, rule));
        return withdrawn;
    }

    private static void again(Handle handle, QaEventRow row, Act act, String how, QaRule rule) {
        deadline(row, of(handle, row.event().subject().outlet()), act, how, rule)
                .ifPresent(deadline -> {
                    new DeadlineRecords(handle).schedule(deadline);
                    deadline.subject().match(hour -> 0, day -> 0, span -> {
                        DirtyDayRecords.mark(
                                handle,
                                OutletDay.between(
                                        span.outlet(),
                                        span.span().start(),
                                        span.span().end()));
                        return 1;
                    });
                });
    }

    /** The second judgement of the hours that an act of a check makes a difference to; empty if there are none. */
    private static Optional<Deadline> deadline(QaEventRow row, List<QaEventRow> all, Act act, String how, QaRule rule) {
        QaEvent event = row.event();
        Instant at = act.at().truncatedTo(ChronoUnit.MILLIS);
        List<QaEvent> others = all.stream()
                .filter(other -> other.countsAt(at))
                .map(QaEventRow::event)
                .filter(other -> other.subject().equals(event.subject()) && other.number() != event.number())
                .toList();
        return OutOfControl.madeDifferentBy(event, others, rule, at)
                .map(span ->
                        Deadline.marksChanged(event.subject().outlet(), span, "check " + event.number() + how, at));
    }

    /** For every act the second judgement that it led to: what a new record of verdicts begins with. */
    public static List<Deadline> acts(Handle handle, QaRule rule) {
        List<Deadline> deadlines = new ArrayList<>();
        for (OutletId outlet : outlets(handle)) {
            List<QaEventRow> all = of(handle, outlet);
            for (QaEventRow row : all) {
                deadline(row, all, row.act(), "", rule).ifPresent(deadlines::add);
                row.withdrawal()
                        .flatMap(act -> deadline(row, all, act, WITHDRAWN, rule))
                        .ifPresent(deadlines::add);
            }
        }
        return deadlines;
    }

    /** The outlets of which any check was ever recorded. */
    public static Set<OutletId> outlets(Handle handle) {
        return handle.createQuery("SELECT DISTINCT outlet FROM qa_event").mapTo(String.class).list().stream()
                .map(OutletId::new)
                .collect(Collectors.toCollection(TreeSet::new));
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
