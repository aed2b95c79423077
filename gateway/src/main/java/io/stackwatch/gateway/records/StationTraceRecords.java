package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What stations left behind besides their data: how many frames came in which hour, and when they were connected. */
public final class StationTraceRecords {

    private StationTraceRecords() {}

    /** Adds frames to what is counted of their hours. */
    public static void add(Handle handle, Collection<StationHour> hours) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO station_hour (station, hour_start, frames, first_sequence, last_sequence)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (station, hour_start) DO UPDATE SET frames = station_hour.frames + excluded.frames,
                  last_sequence = excluded.last_sequence""")) {
            for (StationHour hour : hours) {
                batch.add(
                        hour.station().value(),
                        hour.start().toEpochMilli(),
                        hour.frames(),
                        hour.firstSequence(),
                        hour.lastSequence());
            }
            batch.execute();
        }
    }

    /** The hours of a station from one to another, both inclusive, in which something came. */
    public static List<StationHour> hours(Handle handle, Mn station, Instant first, Instant last) {
        return handle.createQuery(
                        "SELECT * FROM station_hour WHERE station = ? AND hour_start BETWEEN ? AND ? ORDER BY hour_start")
                .bind(0, station.value())
                .bind(1, first.toEpochMilli())
                .bind(2, last.toEpochMilli())
                .map((row, context) -> new StationHour(
                        station,
                        Sql.instant(row, "hour_start"),
                        row.getLong("frames"),
                        row.getLong("first_sequence"),
                        row.getLong("last_sequence")))
                .list();
    }

    /** Whether a frame ever came from a station. */
    public static boolean everHeard(Handle handle, Mn station) {
        return handle.createQuery("SELECT hour_start FROM station_hour WHERE station = ? LIMIT 1")
                .bind(0, station.value())
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    /** The connections that stand, as far as is known: since when, by station. */
    public static Map<Mn, Instant> openLinks(Handle handle) {
        Map<Mn, Instant> open = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        handle.createQuery("SELECT * FROM station_link WHERE closed_at IS NULL ORDER BY opened_at")
                .map((row, context) -> open.put(new Mn(row.getString("station")), Sql.instant(row, "opened_at")))
                .list();
        return open;
    }

    /** Ends connections, each at its instant. */
    public static void close(Handle handle, Map<Mn, Instant> closedAt) {
        try (RowBatch batch =
                new RowBatch(handle, "UPDATE station_link SET closed_at = ? WHERE station = ? AND closed_at IS NULL")) {
            closedAt.forEach((station, at) -> batch.add(at.toEpochMilli(), station.value()));
            batch.execute();
        }
    }

    /** Begins connections. */
    public static void open(Handle handle, Map<Mn, Instant> openedAt) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO station_link (station, opened_at) VALUES (?, ?)
                ON CONFLICT (station, opened_at) DO UPDATE SET closed_at = NULL""")) {
            openedAt.forEach((station, at) -> batch.add(station.value(), at.toEpochMilli()));
            batch.execute();
        }
    }

    /** Connections of a station that began before an instant, in order. */
    public static List<Link> links(Handle handle, Mn station, Instant until) {
        return handle.createQuery("SELECT * FROM station_link WHERE station = ? AND opened_at < ? ORDER BY opened_at")
                .bind(0, station.value())
                .bind(1, until.toEpochMilli())
                .map((row, context) -> new Link(Sql.instant(row, "opened_at"), Sql.optionalInstant(row, "closed_at")))
                .list();
    }

    /** A connection, from when it was opened until it was found closed. */
    public record Link(Instant openedAt, Optional<Instant> closedAt) {}
}
