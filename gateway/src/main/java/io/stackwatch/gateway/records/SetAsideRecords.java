package io.stackwatch.gateway.records;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What could not be used: parked records and items, and counted names that nobody understands. */
public final class SetAsideRecords {

    private SetAsideRecords() {}

    /** Parks subjects; one that is parked already keeps its first reason. */
    public static void park(Handle handle, Collection<ParkedRow> rows) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO parked (subject, kind, reason, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (subject) DO NOTHING""")) {
            for (ParkedRow row : rows) {
                batch.add(row.subject(), row.kind(), row.reason(), row.at().toEpochMilli());
            }
            batch.execute();
        }
    }

    /** Parked subjects, newest first. */
    public static List<ParkedRow> parked(Handle handle, int limit) {
        return handle.createQuery("SELECT * FROM parked ORDER BY at DESC, subject LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> new ParkedRow(
                        row.getString("subject"),
                        row.getString("kind"),
                        row.getString("reason"),
                        Sql.instant(row, "at")))
                .list();
    }

    /** Counts items that could not be used. */
    public static void count(Handle handle, Collection<NotUnderstoodRow> rows) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO not_understood (station, item, reason, times, first_sequence, last_sequence)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (station, item, reason) DO UPDATE SET times = not_understood.times + excluded.times,
                  last_sequence = excluded.last_sequence""")) {
            for (NotUnderstoodRow row : rows) {
                batch.add(
                        row.station(), row.item(), row.reason(), row.times(), row.firstSequence(), row.lastSequence());
            }
            batch.execute();
        }
    }

    /** Counted items of one station, the first to appear first. */
    public static List<NotUnderstoodRow> notUnderstoodOf(Handle handle, String station) {
        return handle.createQuery(
                        "SELECT * FROM not_understood WHERE station = ? ORDER BY first_sequence, item, reason")
                .bind(0, station)
                .map((row, context) -> new NotUnderstoodRow(
                        row.getString("station"),
                        row.getString("item"),
                        row.getString("reason"),
                        row.getLong("times"),
                        row.getLong("first_sequence"),
                        row.getLong("last_sequence")))
                .list();
    }

    /** Counted items, most frequent first. */
    public static List<NotUnderstoodRow> notUnderstood(Handle handle, int limit) {
        return handle.createQuery("SELECT * FROM not_understood ORDER BY times DESC, station, item, reason LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> new NotUnderstoodRow(
                        row.getString("station"),
                        row.getString("item"),
                        row.getString("reason"),
                        row.getLong("times"),
                        row.getLong("first_sequence"),
                        row.getLong("last_sequence")))
                .list();
    }
}
