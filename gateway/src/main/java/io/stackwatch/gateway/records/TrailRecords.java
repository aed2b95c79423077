package io.stackwatch.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The audit trail as rows; only ever added to. What a digest is made of is the trail's business. */
public final class TrailRecords {

    private static final String HEAD = "trail";

    private TrailRecords() {}

    /** The last row as it was noted beside the rows: its number and digest. */
    public record Head(long number, String sha256) {}

    /** Where the trail ends, as noted; empty before its first row. */
    public static Optional<Head> head(Handle handle) {
        return handle.createQuery("SELECT number, sha256 FROM audit_trail_head WHERE name = ?")
                .bind(0, HEAD)
                .map((row, context) -> new Head(row.getLong("number"), row.getString("sha256")))
                .findOne();
    }

    /** Adds a row and notes it as the last. */
    public static void add(Handle handle, TrailRow row) {
        handle.execute(
                """
                INSERT INTO audit_trail (number, at, actor, role, act, subject, reason, content, previous, sha256)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.number(),
                row.at().toEpochMilli(),
                row.actor(),
                row.role(),
                row.act(),
                row.subject(),
                row.reason(),
                row.content(),
                row.previous(),
                row.sha256());
        handle.execute(
                """
                INSERT INTO audit_trail_head (name, number, sha256) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET number = excluded.number, sha256 = excluded.sha256""",
                HEAD,
                row.number(),
                row.sha256());
    }

    /** Every row in order; read one at a time. */
    public static void each(Handle handle, Consumer<TrailRow> reader) {
        try (Stream<TrailRow> rows = handle
                .createQuery("SELECT * FROM audit_trail ORDER BY number")
                .setFetchSize(1_000)
                .map((row, context) -> row(row))
                .stream()) {
            rows.forEach(reader);
        }
    }

    /** The rows about a subject behind a number, in order, at most {@code limit}. */
    public static List<TrailRow> about(Handle handle, String subject, long behind, int limit) {
        return handle.createQuery("SELECT * FROM audit_trail WHERE subject = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, subject)
                .bind(1, behind)
                .bind(2, limit)
                .map((row, context) -> row(row))
                .list();
    }

    private static TrailRow row(ResultSet row) throws SQLException {
        return new TrailRow(
                row.getLong("number"),
                Sql.instant(row, "at"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("content"),
                row.getString("previous"),
                row.getString("sha256"));
    }
}
