package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What platforms asked of stations. Rows are only added. */
public final class RelayDownlinks {

    private RelayDownlinks() {}

    /** Keeps an event. Its number is given here; an event with ask 0 begins a new request. */
    public static DownlinkEvent add(Handle handle, DownlinkEvent event) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM relay_downlink")
                .mapTo(Long.class)
                .one();
        long ask = event.ask() == 0 ? number : event.ask();
        handle.execute(
                """
                INSERT INTO relay_downlink (number, ask, target, station, command, qn, kind, at, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                number,
                ask,
                event.target(),
                event.station().value(),
                event.command(),
                event.qn(),
                event.kind(),
                event.at().toEpochMilli(),
                event.detail());
        return new DownlinkEvent(
                number,
                ask,
                event.target(),
                event.station(),
                event.command(),
                event.qn(),
                event.kind(),
                event.at(),
                event.detail());
    }

    /** Everything since an instant, in order. */
    public static List<DownlinkEvent> since(Handle handle, Instant at) {
        return handle.createQuery("SELECT * FROM relay_downlink WHERE at >= ? ORDER BY number")
                .bind(0, at.toEpochMilli())
                .map(RelayDownlinks::event)
                .list();
    }

    /** Events of a target, newest first. */
    public static List<DownlinkEvent> of(Handle handle, String target, int limit) {
        return handle.createQuery("SELECT * FROM relay_downlink WHERE target = ? ORDER BY number DESC LIMIT ?")
                .bind(0, target)
                .bind(1, limit)
                .map(RelayDownlinks::event)
                .list();
    }

    private static DownlinkEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new DownlinkEvent(
                row.getLong("number"),
                row.getLong("ask"),
                row.getString("target"),
                new Mn(row.getString("station")),
                row.getInt("command"),
                row.getString("qn"),
                row.getString("kind"),
                Sql.instant(row, "at"),
                row.getString("detail"));
    }
}
