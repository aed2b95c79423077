package io.stackwatch.gateway.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Who is not let in, and what became of it. */
public final class QuarantineRecords {

    private static final RowMapper<QuarantineRow> ROW = (row, context) -> new QuarantineRow(
            row.getLong("id"),
            row.getString("mn"),
            row.getString("host"),
            row.getString("reason"),
            Sql.instant(row, "first_at"),
            Sql.instant(row, "last_at"),
            row.getLong("last_sequence"),
            row.getString("last_peer"),
            row.getLong("times"),
            QuarantineRow.State.valueOf(row.getString("state")),
            Sql.optionalInstant(row, "decided_at"),
            Sql.optionalText(row, "admission").map(Long::valueOf));

    private QuarantineRecords() {}

    /** The entry with this id. */
    public static Optional<QuarantineRow> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM quarantine WHERE id = ?")
                .bind(0, id)
                .map(ROW)
                .findOne();
    }

    /** The newest entry of a claimed station, a host and a reason. */
    public static Optional<QuarantineRow> latest(Handle handle, String mn, String host, String reason) {
        return handle.createQuery(
                        "SELECT * FROM quarantine WHERE mn = ? AND reason = ? AND host = ? ORDER BY id DESC LIMIT 1")
                .bind(0, mn)
                .bind(1, reason)
                .bind(2, host)
                .map(ROW)
                .findOne();
    }

    /** Open entries of a claimed station and a reason, from whatever host. */
    public static List<QuarantineRow> waiting(Handle handle, String mn, String reason) {
        return handle.createQuery("SELECT * FROM quarantine WHERE mn = ? AND reason = ? AND state = 'OPEN' ORDER BY id")
                .bind(0, mn)
                .bind(1, reason)
                .map(ROW)
                .list();
    }

    /** Entries of a claimed station of which frames arrived in {@code [from, until)}, in order. */
    public static List<QuarantineRow> during(Handle handle, String mn, Instant from, Instant until) {
        return handle.createQuery("SELECT * FROM quarantine WHERE mn = ? AND first_at < ? AND last_at >= ? ORDER BY id")
                .bind(0, mn)
                .bind(1, until.toEpochMilli())
                .bind(2, from.toEpochMilli())
                .map(ROW)
                .list();
    }

    /** Open entries of a host. */
    public static List<QuarantineRow> openOf(Handle handle, String host) {
        return handle.createQuery("SELECT * FROM quarantine WHERE host = ? AND state = 'OPEN' ORDER BY id")
                .bind(0, host)
                .map(ROW)
                .list();
    }

    /** Entries, newest first, behind an id. */
    public static List<QuarantineRow> list(
            Handle handle, Optional<QuarantineRow.State> state, Optional<Long> before, int limit) {
        return handle.createQuery("SELECT * FROM quarantine WHERE id < :before AND (:state = '' OR state = :state)"
                        + " ORDER BY id DESC LIMIT :limit")
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("state", state.map(Enum::name).orElse(""))
                .bind("limit", limit)
                .map(ROW)
                .list();
    }

    /** How many entries are open. */
    public static int open(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM quarantine WHERE state = 'OPEN'")
                .mapTo(Integer.class)
                .one();
    }

    /** How many entries of a host are open. */
    public static int open(Handle handle, String host) {
        return handle.createQuery("SELECT COUNT(*) FROM quarantine WHERE host = ? AND state = 'OPEN'")
                .bind(0, host)
                .mapTo(Integer.class)
                .one();
    }

    /** Adds an entry, or keeps how one has grown; what was decided stays. */
    public static void save(Handle handle, QuarantineRow row) {
        handle.execute(
                """
                INSERT INTO quarantine (id, mn, host, reason, first_at, last_at, last_sequence, last_peer, times, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET last_at = excluded.last_at, last_sequence = excluded.last_sequence,
                  last_peer = excluded.last_peer, times = excluded.times""",
                row.id(),
                row.mn(),
                row.host(),
                row.reason(),
                row.firstAt().toEpochMilli(),
                row.lastAt().toEpochMilli(),
                row.lastSequence(),
                row.lastPeer(),
                row.times(),
                row.state().name());
    }

    /** Keeps what was decided about an entry. */
    public static void decide(
            Handle handle, long id, QuarantineRow.State state, Instant decidedAt, Optional<Long> admission) {
        handle.execute(
                "UPDATE quarantine SET state = ?, decided_at = ?, admission = ? WHERE id = ?",
                state.name(),
                decidedAt.toEpochMilli(),
                admission.orElse(null),
                id);
    }
}
