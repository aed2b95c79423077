package io.stackwatch.gateway.records;

import io.stackwatch.core.emission.DryFlow;
import io.stackwatch.core.emission.FlowBasis;
import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.emission.HourEmission.Absent;
import io.stackwatch.core.emission.HourEmission.Measured;
import io.stackwatch.core.emission.Mass;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The mass of hours, version by version; rows are only added. */
public final class EmissionHourRecords {

    private static final String MEASURED = "MEASURED";
    private static final String ABSENT = "ABSENT";
    private static final String IS_LATEST =
            """
             h.version = (SELECT MAX(o.version) FROM emission_hour o
               WHERE o.outlet = h.outlet AND o.hour_start = h.hour_start AND o.factor = h.factor)
            """;

    private EmissionHourRecords() {}

    /** The latest version of every factor that has a row in these hours. */
    public static Map<FactorHour, EmissionHourRow> latest(Handle handle, Collection<OutletHour> hours) {
        Map<FactorHour, EmissionHourRow> latest = new HashMap<>();
        Bulk.query(
                handle,
                """
                WITH wanted (outlet, hour_start) AS (VALUES %s)
                SELECT h.* FROM wanted w JOIN emission_hour h ON h.outlet = w.outlet AND h.hour_start = w.hour_start
                ORDER BY h.version""",
                2,
                hours,
                (hour, values) -> values.addAll(
                        List.of(hour.outlet().value(), hour.start().toEpochMilli())),
                (query, some) -> query.map((row, context) -> hour(row)).forEach(row -> latest.put(row.hour(), row)));
        return latest;
    }

    /** Every version of one hour of a factor, oldest first. */
    public static List<EmissionHourRow> history(Handle handle, FactorHour hour) {
        return handle.createQuery(
                        "SELECT * FROM emission_hour WHERE outlet = ? AND hour_start = ? AND factor = ? ORDER BY version")
                .bind(0, hour.outlet().value())
                .bind(1, hour.start().toEpochMilli())
                .bind(2, hour.factor().value())
                .map((row, context) -> hour(row))
                .list();
    }

    /** Latest versions of one factor's hours that start in {@code [from, until)}, in order of time. */
    public static List<EmissionHourRow> ofFactor(
            Handle handle, OutletId outlet, FactorCode factor, Instant from, Instant until) {
        // nearly every hour has one version: reading them all is much cheaper than asking for the latest of each
        Map<Instant, EmissionHourRow> latest = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        SELECT * FROM emission_hour WHERE outlet = ? AND factor = ? AND hour_start >= ? AND hour_start < ?
                        ORDER BY hour_start, version""")
                .bind(0, outlet.value())
                .bind(1, factor.value())
                .bind(2, from.toEpochMilli())
                .bind(3, until.toEpochMilli())
                .map((row, context) -> hour(row))
                .forEach(row -> latest.put(row.hour().start(), row));
        return List.copyOf(latest.values());
    }

    /** The newest hours before an instant that were measured in their latest version, newest first, at most {@code limit}. */
    public static List<EmissionHourRow> measuredBefore(
            Handle handle, OutletId outlet, FactorCode factor, Instant instant, int limit) {
        return handle.createQuery("SELECT h.* FROM emission_hour h WHERE h.outlet = ? AND h.factor = ?"
                        + " AND h.hour_start < ? AND h.kind = ? AND" + IS_LATEST
                        + " ORDER BY h.hour_start DESC LIMIT ?")
                .bind(0, outlet.value())
                .bind(1, factor.value())
                .bind(2, instant.toEpochMilli())
                .bind(3, MEASURED)
                .bind(4, limit)
                .map((row, context) -> hour(row))
                .list();
    }

    /** Factors of an outlet that have a row of an hour that starts in {@code [from, until)}. */
    public static List<FactorCode> factors(Handle handle, OutletId outlet, Instant from, Instant until) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT factor FROM emission_hour WHERE outlet = ? AND hour_start >= ? AND hour_start < ?
                        ORDER BY factor""")
                .bind(0, outlet.value())
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> new FactorCode(row.getString("factor")))
                .list();
    }

    /** Adds versions. */
    public static void insert(Handle handle, Collection<EmissionHourRow> rows) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO emission_hour (outlet, hour_start, factor, version, kind, milligrams, concentration, flow,
                  flow_basis, reason, detail, known_at, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            rows.forEach(row -> add(batch, row));
            batch.execute();
        }
    }

    private static void add(RowBatch batch, EmissionHourRow row) {
        FactorHour hour = row.hour();
        String outlet = hour.outlet().value();
        long start = hour.start().toEpochMilli();
        String factor = hour.factor().value();
        long knownAt = row.knownAt().toEpochMilli();
        String evidence = Sql.evidence(row.evidence());
        row.emission()
                .match(
                        measured -> {
                            batch.add(
                                    outlet,
                                    start,
                                    factor,
                                    row.version(),
                                    MEASURED,
                                    measured.kept().milligrams(),
                                    measured.concentration()
                                            .milligramsPerCubicMetre()
                                            .toPlainString(),
                                    measured.flow().cubicMetresPerHour().toString(),
                                    measured.basis().name(),
                                    null,
                                    "",
                                    knownAt,
                                    evidence);
                            return true;
                        },
                        substituted -> {
                            throw new IllegalArgumentException("a substituted hour is never stored: " + hour);
                        },
                        absent -> {
                            batch.add(
                                    outlet,
                                    start,
                                    factor,
                                    row.version(),
                                    ABSENT,
                                    null,
                                    null,
                                    null,
                                    null,
                                    absent.why().name(),
                                    absent.detail(),
                                    knownAt,
                                    evidence);
                            return true;
                        });
    }

    private static EmissionHourRow hour(ResultSet row) throws SQLException {
        return new EmissionHourRow(
                new FactorHour(
                        new OutletId(row.getString("outlet")),
                        new FactorCode(row.getString("factor")),
                        Sql.instant(row, "hour_start")),
                row.getInt("version"),
                row.getString("kind").equals(MEASURED) ? measured(row) : absent(row),
                Sql.instant(row, "known_at"),
                Sql.evidence(row));
    }

    private static HourEmission measured(ResultSet row) throws SQLException {
        return new Measured(
                new Mass(row.getLong("milligrams")),
                Concentration.of(row.getString("concentration")),
                new DryFlow(Fraction.parse(row.getString("flow"))),
                FlowBasis.valueOf(row.getString("flow_basis")));
    }

    private static HourEmission absent(ResultSet row) throws SQLException {
        return Absent.because(HourEmission.Reason.valueOf(row.getString("reason")), row.getString("detail"));
    }
}
