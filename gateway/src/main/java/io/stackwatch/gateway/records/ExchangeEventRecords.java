package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.exchange.Deviation;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeEventKind;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What happened to exchanges: rows that are only ever added. */
public final class ExchangeEventRecords {

    private ExchangeEventRecords() {}

    /** Adds an event; fails if the exchange has one of this number. */
    public static void append(Handle handle, ExchangeId exchange, ExchangeRow row) {
        ExchangeEvent event = row.event();
        handle.execute(
                """
                INSERT INTO exchange_event (exchange, number, kind, at, actor, note, code, sure, other_qn, deviation, frame)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                exchange.value(),
                row.number(),
                event.kind().name(),
                event.at().toEpochMilli(),
                event.by(),
                event.note(),
                event.code().orElse(null),
                event.sure() ? 1 : 0,
                event.otherQn() ? 1 : 0,
                row.deviation().map(Enum::name).orElse(null),
                event.frame().orElse(null));
    }

    /** The first events of an exchange, in order. */
    public static List<ExchangeRow> of(Handle handle, ExchangeId exchange, int limit) {
        return handle.createQuery("SELECT * FROM exchange_event WHERE exchange = ? ORDER BY number LIMIT ?")
                .bind(0, exchange.value())
                .bind(1, limit)
                .map((row, context) -> new ExchangeRow(
                        row.getInt("number"),
                        new ExchangeEvent(
                                ExchangeEventKind.valueOf(row.getString("kind")),
                                Sql.instant(row, "at"),
                                row.getString("actor"),
                                row.getString("note"),
                                Sql.optionalNumber(row, "code"),
                                row.getInt("sure") == 1,
                                row.getInt("other_qn") == 1,
                                Sql.optionalLong(row, "frame")),
                        Sql.optionalText(row, "deviation").map(Deviation::valueOf)))
                .list();
    }

    /** How many events of these kinds an exchange has. */
    public static int count(Handle handle, ExchangeId exchange, List<ExchangeEventKind> kinds) {
        return handle.createQuery(
                        "SELECT COUNT(*) FROM exchange_event WHERE exchange = :exchange AND kind IN (<kinds>)")
                .bind("exchange", exchange.value())
                .bindList("kinds", kinds.stream().map(Enum::name).toList())
                .mapTo(Integer.class)
                .one();
    }

    /** Journal numbers of the frames that came of an exchange, in order, behind one of them. */
    public static List<Long> frames(Handle handle, ExchangeId exchange, long behind, int limit) {
        return handle.createQuery(
                        "SELECT frame FROM exchange_event WHERE exchange = ? AND frame > ? ORDER BY frame LIMIT ?")
                .bind(0, exchange.value())
                .bind(1, behind)
                .bind(2, limit)
                .mapTo(Long.class)
                .list();
    }
}
