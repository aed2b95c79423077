package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Figures of stations and hours, and the reports of nights. */
public final class RelayHours {

    private static final String SUMS =
            "COALESCE(SUM(due), 0) AS due, COALESCE(SUM(again), 0) AS again, COALESCE(SUM(sent), 0) AS sent,"
                    + " COALESCE(SUM(receipted), 0) AS receipted, COALESCE(SUM(written), 0) AS written,"
                    + " COALESCE(SUM(refused), 0) AS refused, COALESCE(SUM(given_up), 0) AS given_up";

    private RelayHours() {}

    /** Adds to figures. */
    public static void add(Handle handle, String target, Map<RelayHour.Key, RelayFigures> more) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO relay_hour
                  (target, hour_start, station, due, again, sent, receipted, written, refused, given_up)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (target, hour_start, station) DO UPDATE SET
                  due = relay_hour.due + excluded.due, again = relay_hour.again + excluded.again,
                  sent = relay_hour.sent + excluded.sent, receipted = relay_hour.receipted + excluded.receipted,
                  written = relay_hour.written + excluded.written, refused = relay_hour.refused + excluded.refused,
                  given_up = relay_hour.given_up + excluded.given_up""")) {
            more.forEach((key, figures) -> batch.add(
                    target,
                    key.start().toEpochMilli(),
                    key.station().value(),
                    figures.due(),
                    figures.again(),
                    figures.sent(),
                    figures.receipted(),
                    figures.written(),
                    figures.refused(),
                    figures.givenUp()));
            batch.execute();
        }
    }

    /** Figures of hours that start in {@code [from, until)}, by hour and station, behind a place, at most {@code limit}. */
    public static List<RelayHour> of(
            Handle handle, String target, Instant from, Instant until, Optional<RelayHour.Key> after, int limit) {
        return handle.createQuery(
                        """
                        SELECT * FROM relay_hour WHERE target = ? AND hour_start >= ? AND hour_start < ?
                          AND (hour_start > ? OR (hour_start = ? AND station > ?))
                        ORDER BY hour_start, station LIMIT ?""")
                .bind(0, target)
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .bind(3, after.map(key -> key.start().toEpochMilli()).orElse(Long.MIN_VALUE))
                .bind(4, after.map(key -> key.start().toEpochMilli()).orElse(Long.MIN_VALUE))
                .bind(5, after.map(key -> key.station().value()).orElse(""))
                .bind(6, limit)
                .map((row, context) -> new RelayHour(
                        new Mn(row.getString("station")),
                        Sql.instant(row, "hour_start"),
                        figures(row),
                        outstanding(row)))
                .list();
    }

    /** The sums of hours that start in {@code [from, until)}. */
    public static RelayFigures sum(Handle handle, String target, Instant from, Instant until) {
        return handle.createQuery(
                        "SELECT " + SUMS + " FROM relay_hour WHERE target = ? AND hour_start >= ? AND hour_start < ?")
                .bind(0, target)
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> figures(row))
                .one();
    }

    /** Takes the report of a day whose hours lie in {@code [from, until)}; false if it was taken before. */
    public static boolean report(
            Handle handle, String target, LocalDate day, Instant from, Instant until, Instant takenAt) {
        RelayFigures sums = sum(handle, target, from, until);
        int taken = handle.execute(
                """
                INSERT INTO relay_report
                  (target, day, taken_at, due, again, sent, receipted, written, refused, given_up, outstanding)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (target, day) DO NOTHING""",
                target,
                day.toString(),
                takenAt.toEpochMilli(),
                sums.due(),
                sums.again(),
                sums.sent(),
                sums.receipted(),
                sums.written(),
                sums.refused(),
                sums.givenUp(),
                sums.outstanding());
        if (taken == 0) {
            return false;
        }
        handle.execute(
                """
                UPDATE relay_hour SET reported_outstanding = due + again - receipted - written - refused - given_up
                WHERE target = ? AND hour_start >= ? AND hour_start < ?""",
                target,
                from.toEpochMilli(),
                until.toEpochMilli());
        return true;
    }

    /** The report of a day; empty before it was taken. */
    public static Optional<RelayReport> reported(Handle handle, String target, LocalDate day) {
        return handle.createQuery("SELECT * FROM relay_report WHERE target = ? AND day = ?")
                .bind(0, target)
                .bind(1, day.toString())
                .map((row, context) -> new RelayReport(day, Sql.instant(row, "taken_at"), figures(row)))
                .findOne();
    }

    /** Lets hours go that began before this instant and have nothing outstanding; says how many. */
    public static int forget(Handle handle, Instant before) {
        return handle.execute(
                """
                DELETE FROM relay_hour WHERE hour_start < ?
                  AND due + again - receipted - written - refused - given_up = 0""",
                before.toEpochMilli());
    }

    private static RelayFigures figures(ResultSet row) throws SQLException {
        return new RelayFigures(
                row.getLong("due"),
                row.getLong("again"),
                row.getLong("sent"),
                row.getLong("receipted"),
                row.getLong("written"),
                row.getLong("refused"),
                row.getLong("given_up"));
    }

    private static Optional<Long> outstanding(ResultSet row) throws SQLException {
        long outstanding = row.getLong("reported_outstanding");
        return row.wasNull() ? Optional.empty() : Optional.of(outstanding);
    }
}
