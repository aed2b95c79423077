package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Hours made beside a logger: the latest of each, with what came of comparing it. */
public final class MadeHourRecords {

    private MadeHourRecords() {}

    /** Whether there is any. */
    public static boolean any(Handle handle) {
        return handle.createQuery("SELECT 1 FROM made_hour LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What we made of an hour; empty if nothing. */
    public static Optional<MadeHour> find(Handle handle, FactorHour hour) {
        return handle.createQuery("SELECT * FROM made_hour WHERE outlet = ? AND hour_start = ? AND factor = ?")
                .bind(0, hour.outlet().value())
                .bind(1, hour.start().toEpochMilli())
                .bind(2, hour.factor().value())
                .map((row, context) -> hour(row))
                .findOne();
    }

    /** The made hours of an outlet's hour, by factor. */
    public static List<MadeHour> of(Handle handle, OutletId outlet, Instant start) {
        return handle.createQuery("SELECT * FROM made_hour WHERE outlet = ? AND hour_start = ? ORDER BY factor")
                .bind(0, outlet.value())
                .bind(1, start.toEpochMilli())
                .map((row, context) -> hour(row))
                .list();
    }

    /** Whether an hour of the factor behind this one agrees. */
    public static boolean agreesLater(Handle handle, FactorHour hour) {
        return handle.createQuery(
                        """
                        SELECT 1 FROM made_hour WHERE outlet = ? AND factor = ? AND hour_start > ? AND agreement = ?
                        LIMIT 1""")
                .bind(0, hour.outlet().value())
                .bind(1, hour.factor().value())
                .bind(2, hour.start().toEpochMilli())
                .bind(3, MadeHour.AGREES)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Keeps the latest of an hour. */
    public static void save(Handle handle, MadeHour row) {
        HourReport made = row.made();
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO made_hour (outlet, hour_start, factor, station, avg, zs_avg, unit, flag, known_at, evidence,
                  agreement, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (outlet, hour_start, factor) DO UPDATE SET station = excluded.station, avg = excluded.avg,
                  zs_avg = excluded.zs_avg, unit = excluded.unit, flag = excluded.flag, known_at = excluded.known_at,
                  evidence = excluded.evidence, agreement = excluded.agreement, detail = excluded.detail""")) {
            batch.add(
                    made.hour().outlet().value(),
                    made.hour().start().toEpochMilli(),
                    made.hour().factor().value(),
                    row.station().value(),
                    made.avg().map(ReportedNumber::text).orElse(null),
                    made.zsAvg().map(ReportedNumber::text).orElse(null),
                    made.unit().symbol(),
                    made.flag().map(DataFlag::letters).orElse(null),
                    row.knownAt().toEpochMilli(),
                    Sql.evidence(List.of(made.evidence())),
                    row.agreement(),
                    row.detail());
            batch.execute();
        }
    }

    private static MadeHour hour(ResultSet row) throws SQLException {
        Instant knownAt = Sql.instant(row, "known_at");
        return new MadeHour(
                new Mn(row.getString("station")),
                new HourReport(
                        new FactorHour(
                                new OutletId(row.getString("outlet")),
                                new FactorCode(row.getString("factor")),
                                Sql.instant(row, "hour_start")),
                        Sql.optionalText(row, "avg").map(ReportedNumber::of),
                        Sql.optionalText(row, "zs_avg").map(ReportedNumber::of),
                        new Unit(row.getString("unit")),
                        Sql.optionalText(row, "flag").map(DataFlag::new),
                        Delivery.PROMPT,
                        knownAt,
                        Sql.evidence(row).get(0)),
                row.getString("agreement"),
                row.getString("detail"),
                knownAt);
    }
}
