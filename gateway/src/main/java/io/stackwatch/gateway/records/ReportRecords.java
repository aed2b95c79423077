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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was reported for hours, version by version; rows are only added. */
public final class ReportRecords {

    private ReportRecords() {}

    /** The latest version of every factor that was reported in these hours. */
    public static Map<FactorHour, ReportVersion> latest(Handle handle, Collection<OutletHour> hours) {
        Map<FactorHour, ReportVersion> latest = new HashMap<>();
        Bulk.query(
                handle,
                """
                WITH wanted (outlet, hour_start) AS (VALUES %s)
                SELECT r.* FROM wanted w JOIN hour_report r ON r.outlet = w.outlet AND r.hour_start = w.hour_start
                ORDER BY r.version""",
                2,
                hours,
                (hour, values) -> values.addAll(
                        List.of(hour.outlet().value(), hour.start().toEpochMilli())),
                (query, some) -> query.map((row, context) -> report(row))
                        .forEach(version -> latest.put(version.report().hour(), version)));
        return latest;
    }

    /** Every version of one hour of a factor, oldest first. */
    public static List<ReportVersion> history(Handle handle, FactorHour hour) {
        return handle.createQuery(
                        "SELECT * FROM hour_report WHERE outlet = ? AND hour_start = ? AND factor = ? ORDER BY version")
                .bind(0, hour.outlet().value())
                .bind(1, hour.start().toEpochMilli())
                .bind(2, hour.factor().value())
                .map((row, context) -> report(row))
                .list();
    }

    /** The start of the latest hour of a factor that has been reported. */
    public static Optional<Instant> latestHour(Handle handle, OutletId outlet, FactorCode factor) {
        return handle.createQuery(
                        """
                        SELECT hour_start FROM hour_report WHERE outlet = ? AND factor = ?
                        ORDER BY hour_start DESC LIMIT 1""")
                .bind(0, outlet.value())
                .bind(1, factor.value())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** The latest report of the factor of an hour that speaks of an hour before another; empty if there is none. */
    public static Optional<ReportVersion> latestBefore(Handle handle, FactorHour hour, Instant before) {
        return handle.createQuery(
                        """
                        SELECT * FROM hour_report WHERE outlet = ? AND factor = ? AND hour_start < ?
                        ORDER BY hour_start DESC, version DESC LIMIT 1""")
                .bind(0, hour.outlet().value())
                .bind(1, hour.factor().value())
                .bind(2, before.toEpochMilli())
                .map((row, context) -> report(row))
                .findOne();
    }

    /** Every version of every hour of days, the oldest first. Sorted here, where nearly every hour has one: a database sorts rows. */
    public static Map<FactorHour, List<ReportVersion>> ofDays(Handle handle, Collection<OutletDay> days) {
        Map<FactorHour, List<ReportVersion>> reports = new HashMap<>();
        Bulk.query(
                handle,
                """
                WITH wanted (outlet, first_hour, behind) AS (VALUES %s)
                SELECT r.* FROM wanted w JOIN hour_report r ON r.outlet = w.outlet AND r.hour_start >= w.first_hour
                  AND r.hour_start < w.behind""",
                3,
                Stretch.of(days),
                Stretch::values,
                (query, some) -> query.map((row, context) -> report(row)).forEach(version -> reports.computeIfAbsent(
                                version.report().hour(), hour -> new ArrayList<>(1))
                        .add(version)));
        for (List<ReportVersion> versions : reports.values()) {
            if (versions.size() > 1) {
                versions.sort(Comparator.comparingInt(ReportVersion::version));
            }
        }
        return reports;
    }

    /** Adds versions. */
    public static void insert(Handle handle, Collection<ReportVersion> versions) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO hour_report (outlet, hour_start, factor, version, avg_text, zs_avg_text, unit, flag, delivery,
                  station, known_at, evidence, heard_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (ReportVersion version : versions) {
                HourReport report = version.report();
                batch.add(
                        report.hour().outlet().value(),
                        report.hour().start().toEpochMilli(),
                        report.hour().factor().value(),
                        version.version(),
                        report.avg().map(ReportedNumber::text).orElse(null),
                        report.zsAvg().map(ReportedNumber::text).orElse(null),
                        report.unit().symbol(),
                        report.flag().map(DataFlag::letters).orElse(null),
                        report.delivery().name(),
                        version.station().value(),
                        report.arrivedAt().toEpochMilli(),
                        Sql.evidence(List.of(report.evidence())),
                        version.heardAt().toEpochMilli());
            }
            batch.execute();
        }
    }

    private static ReportVersion report(ResultSet row) throws SQLException {
        FactorHour hour = new FactorHour(
                new OutletId(row.getString("outlet")),
                new FactorCode(row.getString("factor")),
                Sql.instant(row, "hour_start"));
        return new ReportVersion(
                row.getInt("version"),
                new Mn(row.getString("station")),
                new HourReport(
                        hour,
                        Sql.optionalText(row, "avg_text").map(ReportedNumber::of),
                        Sql.optionalText(row, "zs_avg_text").map(ReportedNumber::of),
                        new Unit(row.getString("unit")),
                        Sql.optionalText(row, "flag").map(DataFlag::new),
                        Delivery.valueOf(row.getString("delivery")),
                        Sql.instant(row, "known_at"),
                        Sql.evidence(row).get(0)),
                Sql.optionalInstant(row, "heard_at").orElse(Sql.instant(row, "known_at")));
    }
}
