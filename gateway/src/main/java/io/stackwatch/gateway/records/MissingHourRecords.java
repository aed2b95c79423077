package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Hours that were due and had not come when they were looked for, since when, and how they came in the end.
 *
 * <p>A row is opened by the receipt of its hour and closed by the first report; it is never deleted.
 */
public final class MissingHourRecords {

    private MissingHourRecords() {}

    /** Opens rows; an hour that is known as missing stays as it is. */
    public static void open(Handle handle, Map<FactorHour, Instant> missing) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO missing_hour (outlet, hour_start, factor, missing_since) VALUES (?, ?, ?, ?)
                ON CONFLICT (outlet, hour_start, factor) DO NOTHING""")) {
            missing.forEach((hour, since) -> batch.add(
                    hour.outlet().value(),
                    hour.start().toEpochMilli(),
                    hour.factor().value(),
                    since.toEpochMilli()));
            batch.execute();
        }
    }

    /** Closes the rows of hours that have come. */
    public static void close(Handle handle, Collection<HourReport> came) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                UPDATE missing_hour SET received_at = ?, delivery = ?
                WHERE outlet = ? AND hour_start = ? AND factor = ? AND received_at IS NULL""")) {
            for (HourReport report : came) {
                batch.add(
                        report.arrivedAt().toEpochMilli(),
                        report.delivery().name(),
                        report.hour().outlet().value(),
                        report.hour().start().toEpochMilli(),
                        report.hour().factor().value());
            }
            batch.execute();
        }
    }

    /** The outlets of which hours since an instant are still missing, in order. */
    public static List<OutletId> outlets(Handle handle, Instant since) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT outlet FROM missing_hour WHERE received_at IS NULL AND hour_start >= ?
                        ORDER BY outlet""")
                .bind(0, since.toEpochMilli())
                .map((row, context) -> new OutletId(row.getString("outlet")))
                .list();
    }

    /** What is still missing of an outlet from an hour to another, both inclusive, in order of time. */
    public static List<FactorHour> open(Handle handle, OutletId outlet, Instant first, Instant last) {
        return handle.createQuery(
                        """
                        SELECT hour_start, factor FROM missing_hour
                        WHERE received_at IS NULL AND outlet = ? AND hour_start BETWEEN ? AND ?
                        ORDER BY hour_start, factor""")
                .bind(0, outlet.value())
                .bind(1, first.toEpochMilli())
                .bind(2, last.toEpochMilli())
                .map((row, context) ->
                        new FactorHour(outlet, new FactorCode(row.getString("factor")), Sql.instant(row, "hour_start")))
                .list();
    }

    /** What was missing of an outlet from an hour to another, both inclusive, also what has come since; in order of time. */
    public static List<Looked> ever(Handle handle, OutletId outlet, Instant first, Instant last) {
        return handle.createQuery(
                        """
                        SELECT hour_start, factor, received_at FROM missing_hour
                        WHERE outlet = ? AND hour_start BETWEEN ? AND ? ORDER BY hour_start, factor""")
                .bind(0, outlet.value())
                .bind(1, first.toEpochMilli())
                .bind(2, last.toEpochMilli())
                .map((row, context) -> new Looked(
                        new FactorHour(outlet, new FactorCode(row.getString("factor")), Sql.instant(row, "hour_start")),
                        Sql.optionalInstant(row, "received_at")))
                .list();
    }

    /** An hour that was looked for in vain, and when it came after all. */
    public record Looked(FactorHour hour, Optional<Instant> cameAt) {}

    /** Hours of factors that are missing, and hours that were and have come, since an instant: for metrics. */
    public static Tally count(Handle handle, Instant since) {
        return handle.createQuery(
                        """
                        SELECT COUNT(*) AS opened, COUNT(received_at) AS came FROM missing_hour WHERE hour_start >= ?""")
                .bind(0, since.toEpochMilli())
                .map((row, context) -> new Tally(row.getLong("opened") - row.getLong("came"), row.getLong("came")))
                .one();
    }

    /** How many hours of factors are missing, and how many came in the end. */
    public record Tally(long missing, long came) {}
}
