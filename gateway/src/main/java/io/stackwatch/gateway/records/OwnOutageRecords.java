package io.stackwatch.gateway.records;

import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Times in which our own intake was down, and the sign of life from which they are known. */
public final class OwnOutageRecords {

    private static final RowMapper<OwnOutage> ROW = (row, context) -> new OwnOutage(
            row.getLong("number"),
            new Window(Sql.instant(row, "from_at"), Sql.instant(row, "until_at")),
            OwnOutage.Cause.valueOf(row.getString("cause")),
            Sql.instant(row, "recorded_at"));

    private static final String INTAKE = "intake";

    private OwnOutageRecords() {}

    /** When the intake last gave a sign of life; empty if it never has. */
    public static Optional<Instant> lastSign(Handle handle) {
        return handle.createQuery("SELECT at FROM life_sign WHERE name = ?")
                .bind(0, INTAKE)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** The intake gives a sign of life. */
    public static void sign(Handle handle, Instant at) {
        handle.execute(
                "INSERT INTO life_sign (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at",
                INTAKE,
                at.toEpochMilli());
    }

    /** Keeps an outage; answers it with its number. */
    public static OwnOutage add(Handle handle, Window span, OwnOutage.Cause cause, Instant recordedAt) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM own_outage")
                        .mapTo(Long.class)
                        .one()
                + 1;
        handle.execute(
                "INSERT INTO own_outage (number, from_at, until_at, cause, recorded_at) VALUES (?, ?, ?, ?, ?)",
                number,
                span.start().toEpochMilli(),
                span.end().toEpochMilli(),
                cause.name(),
                recordedAt.toEpochMilli());
        return new OwnOutage(number, span, cause, recordedAt);
    }

    /** Outages that touch {@code [from, until)}, in order of time. */
    public static List<OwnOutage> touching(Handle handle, Instant from, Instant until) {
        return handle.createQuery(
                        "SELECT * FROM own_outage WHERE from_at < ? AND until_at > ? ORDER BY from_at, number")
                .bind(0, until.toEpochMilli())
                .bind(1, from.toEpochMilli())
                .map(ROW)
                .list();
    }

    /** Outages, newest first, with a smaller number than {@code before}. */
    public static List<OwnOutage> list(Handle handle, Optional<Long> before, int limit) {
        return handle.createQuery("SELECT * FROM own_outage WHERE number < ? ORDER BY number DESC LIMIT ?")
                .bind(0, before.orElse(Long.MAX_VALUE))
                .bind(1, limit)
                .map(ROW)
                .list();
    }
}
