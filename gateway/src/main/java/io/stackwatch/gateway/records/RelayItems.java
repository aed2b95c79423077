package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.records.RelayItem.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The frames that are not done, target by target. */
public final class RelayItems {

    private static final String INSERT =
            """
            INSERT INTO relay_item (target, sequence, station, arrived_at, lane, state, attempts, rounds, next_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (target, sequence) DO NOTHING""";

    private RelayItems() {}

    /** Enters frames; one that is open already stays as it is. */
    public static void enter(Handle handle, String target, Collection<RelayItem> items) {
        try (RowBatch batch = new RowBatch(handle, INSERT)) {
            for (RelayItem item : items) {
                batch.add(values(target, item));
            }
            batch.execute();
        }
    }

    /** Enters one frame; false if it is open already. */
    public static boolean enterIfAbsent(Handle handle, String target, RelayItem item) {
        return handle.execute(INSERT, values(target, item)) == 1;
    }

    private static Object[] values(String target, RelayItem item) {
        return new Object[] {
            target,
            item.sequence(),
            item.station().value(),
            item.arrivedAt().toEpochMilli(),
            item.lane().name(),
            item.state().name(),
            item.attempts(),
            item.rounds(),
            item.nextAt().toEpochMilli()
        };
    }

    /** Keeps what was done with frames that are still open; those that are not are passed over. */
    public static void update(Handle handle, String target, Instant at, Collection<RelayItem> items) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                UPDATE relay_item SET lane = ?, state = ?, attempts = ?, rounds = ?, next_at = ?, sent_at = ?
                WHERE target = ? AND sequence = ?""")) {
            for (RelayItem item : items) {
                batch.add(
                        item.lane().name(),
                        item.state().name(),
                        item.attempts(),
                        item.rounds(),
                        item.nextAt().toEpochMilli(),
                        at.toEpochMilli(),
                        target,
                        item.sequence());
            }
            batch.execute();
        }
    }

    /** Lets frames go that are done. */
    public static void leave(Handle handle, String target, Collection<Long> sequences) {
        try (RowBatch batch = new RowBatch(handle, "DELETE FROM relay_item WHERE target = ? AND sequence = ?")) {
            for (long sequence : sequences) {
                batch.add(target, sequence);
            }
            batch.execute();
        }
    }

    /** Realtime frames behind {@code after} that arrived after {@code since}, oldest first. */
    public static List<RelayItem> young(Handle handle, String target, long after, Instant since, int limit) {
        return handle.createQuery(
                        """
                        SELECT * FROM relay_item WHERE target = ? AND sequence > ? AND lane = 'REALTIME' AND arrived_at > ?
                        ORDER BY sequence LIMIT ?""")
                .bind(0, target)
                .bind(1, after)
                .bind(2, since.toEpochMilli())
                .bind(3, limit)
                .map(RelayItems::item)
                .list();
    }

    /** Frames of the backlog whose rest is over: those never tried first, each kind oldest first. */
    public static List<RelayItem> backlog(Handle handle, String target, Instant now, Instant agedBy, int limit) {
        return handle.createQuery(
                        """
                        SELECT * FROM relay_item WHERE target = ? AND next_at <= ?
                          AND (lane = 'BACKLOG' OR arrived_at <= ?)
                        ORDER BY next_at, sequence LIMIT ?""")
                .bind(0, target)
                .bind(1, now.toEpochMilli())
                .bind(2, agedBy.toEpochMilli())
                .bind(3, limit)
                .map(RelayItems::item)
                .list();
    }

    /** How many frames are open. */
    public static long count(Handle handle, String target) {
        return handle.createQuery("SELECT COUNT(*) FROM relay_item WHERE target = ?")
                .bind(0, target)
                .mapTo(Long.class)
                .one();
    }

    /** How many open frames are still realtime. */
    public static long countYoung(Handle handle, String target, Instant since) {
        return handle.createQuery(
                        "SELECT COUNT(*) FROM relay_item WHERE target = ? AND lane = 'REALTIME' AND arrived_at > ?")
                .bind(0, target)
                .bind(1, since.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /** The oldest open frame. */
    public static Optional<RelayItem> oldest(Handle handle, String target) {
        return handle.createQuery("SELECT * FROM relay_item WHERE target = ? ORDER BY sequence LIMIT 1")
                .bind(0, target)
                .map(RelayItems::item)
                .findOne();
    }

    private static RelayItem item(ResultSet row, StatementContext context) throws SQLException {
        return new RelayItem(
                row.getLong("sequence"),
                new Mn(row.getString("station")),
                Sql.instant(row, "arrived_at"),
                Lane.valueOf(row.getString("lane")),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("rounds"),
                Sql.instant(row, "next_at"));
    }
}
