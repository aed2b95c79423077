package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Sealed keys of stations. Rows are added and retired; a key is never changed and never removed. */
public final class StationKeyRecords {

    private static final RowMapper<StationKeyRow> ROW = (row, context) -> new StationKeyRow(
            new Mn(row.getString("mn")),
            row.getInt("key_id"),
            row.getString("sealed"),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "valid_from"),
            Sql.optionalInstant(row, "retired_at"),
            row.getString("entered_by"));

    private StationKeyRecords() {}

    /** Every key of every station, in order. */
    public static List<StationKeyRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM station_key ORDER BY mn, key_id")
                .map(ROW)
                .list();
    }

    /** The keys of a station, oldest first. */
    public static List<StationKeyRow> of(Handle handle, Mn station) {
        return handle.createQuery("SELECT * FROM station_key WHERE mn = ? ORDER BY key_id")
                .bind(0, station.value())
                .map(ROW)
                .list();
    }

    /** Adds a key. */
    public static void add(Handle handle, StationKeyRow row) {
        handle.execute(
                """
                INSERT INTO station_key (mn, key_id, sealed, created_at, valid_from, retired_at, entered_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                row.mn().value(),
                row.number(),
                row.sealed(),
                row.createdAt().toEpochMilli(),
                row.validFrom().toEpochMilli(),
                Sql.millis(row.retiredAt()),
                row.enteredBy());
    }

    /** Ends, at an instant, the keys of a station that would be tried beyond it. */
    public static void retire(Handle handle, Mn station, Instant at) {
        handle.execute(
                "UPDATE station_key SET retired_at = ? WHERE mn = ? AND (retired_at IS NULL OR retired_at > ?)",
                at.toEpochMilli(),
                station.value(),
                at.toEpochMilli());
    }
}
