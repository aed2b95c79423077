package io.stackwatch.gateway.records;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What officers did to stations. Rows are only ever added. */
public final class StationActRecords {

    private static final RowMapper<StationActRow> ROW = (row, context) -> new StationActRow(
            row.getLong("number"),
            row.getString("mn"),
            StationActKind.valueOf(row.getString("kind")),
            new Act(Sql.instant(row, "at"), row.getString("actor"), row.getString("reason")),
            row.getString("detail"));

    private StationActRecords() {}

    /** Keeps an act; answers its number. */
    public static long add(Handle handle, String mn, StationActKind kind, Act act, String detail) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM station_act")
                        .mapTo(Long.class)
                        .one()
                + 1;
        handle.execute(
                "INSERT INTO station_act (number, mn, kind, at, actor, reason, detail) VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                mn,
                kind.name(),
                act.at().toEpochMilli(),
                act.by(),
                act.reason(),
                detail);
        return number;
    }

    /** Acts on a station, newest first. */
    public static List<StationActRow> of(Handle handle, String mn, int limit) {
        return handle.createQuery("SELECT * FROM station_act WHERE mn = ? ORDER BY number DESC LIMIT ?")
                .bind(0, mn)
                .bind(1, limit)
                .map(ROW)
                .list();
    }

    /** The act with this number. */
    public static Optional<StationActRow> find(Handle handle, long number) {
        return handle.createQuery("SELECT * FROM station_act WHERE number = ?")
                .bind(0, number)
                .map(ROW)
                .findOne();
    }
}
