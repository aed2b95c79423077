package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.core.registry.Mn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What loggers' clocks showed, and when they are looked at next. */
public final class ClockRecords {

    private ClockRecords() {}

    /** Adds what a clock showed; the same answer counts once. */
    public static void add(Handle handle, ClockRow row) {
        handle.execute(
                """
                INSERT INTO station_clock (station, at, system_time, drift, exchange, frame) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (station, at) DO NOTHING""",
                row.station().value(),
                row.at().toEpochMilli(),
                row.systemTime(),
                row.drift().toMillis(),
                row.exchange().value(),
                row.frame());
    }

    /** What a station's clock showed last. */
    public static Optional<ClockRow> last(Handle handle, Mn station) {
        return handle.createQuery("SELECT * FROM station_clock WHERE station = ? ORDER BY at DESC LIMIT 1")
                .bind(0, station.value())
                .map((row, context) -> clock(row))
                .findOne();
    }

    /** What an exchange found out about the clock. */
    public static Optional<ClockRow> of(Handle handle, ExchangeId exchange) {
        return handle.createQuery("SELECT * FROM station_clock WHERE exchange = ? ORDER BY at DESC LIMIT 1")
                .bind(0, exchange.value())
                .map((row, context) -> clock(row))
                .findOne();
    }

    private static ClockRow clock(ResultSet row) throws SQLException {
        return new ClockRow(
                new Mn(row.getString("station")),
                Sql.instant(row, "at"),
                row.getString("system_time"),
                Duration.ofMillis(row.getLong("drift")),
                new ExchangeId(row.getLong("exchange")),
                row.getLong("frame"));
    }

    /** When which clock is looked at next. */
    public static Map<Mn, Instant> checks(Handle handle) {
        Map<Mn, Instant> checks = new HashMap<>();
        handle.createQuery("SELECT * FROM clock_check")
                .map((row, context) -> checks.put(new Mn(row.getString("station")), Sql.instant(row, "next_at")))
                .list();
        return checks;
    }

    /** Keeps when clocks are looked at next. */
    public static void keepChecks(Handle handle, Map<Mn, Instant> checks) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO clock_check (station, next_at) VALUES (?, ?)
                ON CONFLICT (station) DO UPDATE SET next_at = excluded.next_at""")) {
            checks.forEach((station, next) -> batch.add(station.value(), next.toEpochMilli()));
            batch.execute();
        }
    }
}
