package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Lets minutes go, an hour of a station at a time, and remembers that. Hours, and the frames of hours, are never touched. */
public final class DroppedMinutesRecords {

    private static final Duration HOUR = Duration.ofHours(1);

    /** The command of minute data (HJ 212). */
    private static final int MINUTES = 2051;

    private DroppedMinutesRecords() {}

    /** The oldest hour of a station that begins before an instant and has minutes; empty if there is none. */
    public static Optional<Instant> oldest(Handle handle, Mn station, Instant before) {
        return handle.createQuery("SELECT MIN(minute) AS minute FROM made_minute WHERE station = ? AND minute < ?")
                .bind(0, station.value())
                .bind(1, before.toEpochMilli())
                .map((row, context) -> Sql.optionalInstant(row, "minute"))
                .one()
                .map(minute -> minute.truncatedTo(ChronoUnit.HOURS));
    }

    /**
     * Lets the minutes of an hour go, with their frames. Empty, and nothing is done, while one of them says something else than
     * its frame or waits for the journal.
     */
    public static Optional<DroppedMinutes> drop(Handle handle, Mn station, Instant hour, Instant now) {
        if (isUnderWay(handle, station, hour)) {
            return Optional.empty();
        }
        int minutes = handle.execute(
                "DELETE FROM made_minute WHERE station = ? AND minute >= ? AND minute < ?",
                station.value(),
                hour.toEpochMilli(),
                hour.plus(HOUR).toEpochMilli());
        int frames = handle.execute(
                "DELETE FROM made_frame WHERE station = ? AND command = ? AND start_at >= ? AND start_at < ?",
                station.value(),
                MINUTES,
                hour.toEpochMilli(),
                hour.plus(HOUR).toEpochMilli());
        handle.execute(
                """
                INSERT INTO made_dropped (station, hour_start, dropped_at, minutes, frames) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (station, hour_start) DO NOTHING""",
                station.value(),
                hour.toEpochMilli(),
                now.toEpochMilli(),
                minutes,
                frames);
        return Optional.of(new DroppedMinutes(station, hour, now, minutes, frames));
    }

    private static boolean isUnderWay(Handle handle, Mn station, Instant hour) {
        return handle.createQuery(
                        """
                        SELECT 1 FROM made_minute
                        WHERE station = ? AND minute >= ? AND minute < ? AND dirty_at IS NOT NULL
                        UNION ALL
                        SELECT 1 FROM made_frame
                        WHERE station = ? AND command = ? AND start_at >= ? AND start_at < ? AND sequence IS NULL
                        LIMIT 1""")
                .bind(0, station.value())
                .bind(1, hour.toEpochMilli())
                .bind(2, hour.plus(HOUR).toEpochMilli())
                .bind(3, station.value())
                .bind(4, MINUTES)
                .bind(5, hour.toEpochMilli())
                .bind(6, hour.plus(HOUR).toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What was let go of an hour of a station; empty if nothing was. */
    public static Optional<DroppedMinutes> find(Handle handle, Mn station, Instant hour) {
        return handle.createQuery("SELECT * FROM made_dropped WHERE station = ? AND hour_start = ?")
                .bind(0, station.value())
                .bind(1, hour.toEpochMilli())
                .map((row, context) -> dropped(row))
                .findOne();
    }

    private static DroppedMinutes dropped(ResultSet row) throws SQLException {
        return new DroppedMinutes(
                new Mn(row.getString("station")),
                Sql.instant(row, "hour_start"),
                Sql.instant(row, "dropped_at"),
                row.getInt("minutes"),
                row.getInt("frames"));
    }
}
