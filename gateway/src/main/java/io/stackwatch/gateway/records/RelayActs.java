package io.stackwatch.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What people had sent again. The orders are only added to; how far they are is kept beside them. */
public final class RelayActs {

    private static final String SELECT =
            "SELECT a.*, p.position, p.entered, p.done_at FROM relay_act a JOIN relay_act_place p ON p.act = a.number ";

    private RelayActs() {}

    /** Keeps an order; its number is given here, whatever {@code act} says. */
    public static RelayAct add(Handle handle, RelayAct act) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM relay_act")
                .mapTo(Long.class)
                .one();
        handle.execute(
                """
                INSERT INTO relay_act (number, target, at, actor, reason, from_at, until_at, first_seq, last_seq)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                number,
                act.target(),
                act.at().toEpochMilli(),
                act.actor(),
                act.reason(),
                act.from().toEpochMilli(),
                act.until().toEpochMilli(),
                act.firstSequence(),
                act.lastSequence());
        handle.execute(
                "INSERT INTO relay_act_place (act, position, entered) VALUES (?, ?, 0)",
                number,
                act.firstSequence() - 1);
        return open(handle, act.target()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** Orders of a target that are not done, oldest first. */
    public static List<RelayAct> open(Handle handle, String target) {
        return handle.createQuery(SELECT + "WHERE a.target = ? AND p.done_at IS NULL ORDER BY a.number")
                .bind(0, target)
                .map(RelayActs::act)
                .list();
    }

    /** Orders of a target, newest first. */
    public static List<RelayAct> of(Handle handle, String target, int limit) {
        return handle.createQuery(SELECT + "WHERE a.target = ? ORDER BY a.number DESC LIMIT ?")
                .bind(0, target)
                .bind(1, limit)
                .map(RelayActs::act)
                .list();
    }

    /** Keeps how far an order is. */
    public static void advance(Handle handle, long act, long position, long entered, Optional<Instant> doneAt) {
        handle.execute(
                "UPDATE relay_act_place SET position = ?, entered = ?, done_at = ? WHERE act = ?",
                position,
                entered,
                Sql.millis(doneAt),
                act);
    }

    private static RelayAct act(ResultSet row, StatementContext context) throws SQLException {
        return new RelayAct(
                row.getLong("number"),
                row.getString("target"),
                Sql.instant(row, "at"),
                row.getString("actor"),
                row.getString("reason"),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "until_at"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getLong("position"),
                row.getLong("entered"),
                Sql.optionalInstant(row, "done_at"));
    }
}
