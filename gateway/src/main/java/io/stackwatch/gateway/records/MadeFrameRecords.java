package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Made frames: written before they are journaled, so that the same bytes are journaled whatever happens in between. */
public final class MadeFrameRecords {

    private MadeFrameRecords() {}

    /** Keeps new versions. */
    public static void insert(Handle handle, Collection<MadeFrame> frames) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO made_frame
                  (station, command, start_at, part, version, made_at, number, back_filled, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (MadeFrame frame : frames) {
                batch.add(
                        frame.station().value(),
                        frame.command(),
                        frame.start().toEpochMilli(),
                        frame.part(),
                        frame.version(),
                        frame.madeAt().toEpochMilli(),
                        frame.number(),
                        frame.backFilled() ? 1 : 0,
                        frame.content());
            }
            batch.execute();
        }
    }

    /** Frames that are not journaled yet, in the order in which they were made. */
    public static List<MadeFrame> waiting(Handle handle, int limit) {
        return handle.createQuery("SELECT * FROM made_frame WHERE sequence IS NULL ORDER BY number LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> frame(row))
                .list();
    }

    /** Says which records frames became, by the frames' numbers. */
    public static void journaled(Handle handle, Map<MadeFrame, Long> sequences) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                UPDATE made_frame SET sequence = ?
                WHERE station = ? AND command = ? AND start_at = ? AND part = ? AND version = ?""")) {
            sequences.forEach((frame, sequence) -> batch.add(
                    sequence,
                    frame.station().value(),
                    frame.command(),
                    frame.start().toEpochMilli(),
                    frame.part(),
                    frame.version()));
            batch.execute();
        }
    }

    /** The newest number; 0 for none. */
    public static long last(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM made_frame")
                .mapTo(Long.class)
                .one();
    }

    /** Every version of the frames of a station in {@code [from, until)}, by start, part and version. */
    public static List<MadeFrame> of(Handle handle, Mn station, int command, Instant from, Instant until) {
        return handle.createQuery(
                        """
                        SELECT * FROM made_frame WHERE station = ? AND command = ? AND start_at >= ? AND start_at < ?
                        ORDER BY start_at, part, version""")
                .bind(0, station.value())
                .bind(1, command)
                .bind(2, from.toEpochMilli())
                .bind(3, until.toEpochMilli())
                .map((row, context) -> frame(row))
                .list();
    }

    private static MadeFrame frame(ResultSet row) throws SQLException {
        return new MadeFrame(
                new Mn(row.getString("station")),
                row.getInt("command"),
                Sql.instant(row, "start_at"),
                row.getString("part"),
                row.getInt("version"),
                Sql.instant(row, "made_at"),
                row.getLong("number"),
                row.getInt("back_filled") == 1,
                row.getString("content"),
                Sql.optionalLong(row, "sequence"));
    }
}
