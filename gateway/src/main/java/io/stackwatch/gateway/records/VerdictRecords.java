package io.stackwatch.gateway.records;

import io.stackwatch.core.exceedance.Basis;
import io.stackwatch.core.exceedance.Finding;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.exceedance.NotJudgedReason;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.Validity;
import io.stackwatch.core.registry.OutletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What was found about hours, version by version; rows are only added. */
public final class VerdictRecords {

    private static final String IS_LATEST =
            """
             v.version = (SELECT MAX(o.version) FROM hour_verdict o
               WHERE o.outlet = v.outlet AND o.hour_start = v.hour_start AND o.factor = v.factor)
            """;

    private VerdictRecords() {}

    /** The latest version of every factor that has a verdict in these hours. */
    public static Map<FactorHour, VerdictRow> latest(Handle handle, Collection<OutletHour> hours) {
        Map<FactorHour, VerdictRow> latest = new HashMap<>();
        Bulk.query(
                handle,
                """
                WITH wanted (outlet, hour_start) AS (VALUES %s)
                SELECT v.* FROM wanted w JOIN hour_verdict v ON v.outlet = w.outlet AND v.hour_start = w.hour_start
                ORDER BY v.version""",
                2,
                hours,
                (hour, values) -> values.addAll(
                        List.of(hour.outlet().value(), hour.start().toEpochMilli())),
                (query, some) -> query.map((row, context) -> verdict(row))
                        .forEach(verdict -> latest.put(verdict.hour(), verdict)));
        return latest;
    }

    /** Every version of one hour of a factor, oldest first. */
    public static List<VerdictRow> history(Handle handle, FactorHour hour) {
        return handle.createQuery(
                        "SELECT * FROM hour_verdict WHERE outlet = ? AND hour_start = ? AND factor = ? ORDER BY version")
                .bind(0, hour.outlet().value())
                .bind(1, hour.start().toEpochMilli())
                .bind(2, hour.factor().value())
                .map((row, context) -> verdict(row))
                .list();
    }

    /** Latest versions of an outlet's hours that start in {@code [from, until)}, by hour and factor. */
    public static List<VerdictRow> ofOutlet(Handle handle, OutletId outlet, Instant from, Instant until) {
        return handle.createQuery("SELECT v.* FROM hour_verdict v WHERE v.outlet = ? AND v.hour_start >= ?"
                        + " AND v.hour_start < ? AND" + IS_LATEST + " ORDER BY v.hour_start, v.factor")
                .bind(0, outlet.value())
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> verdict(row))
                .list();
    }

    /** Latest versions of one factor's hours that start in {@code [from, until)}, in order of time. */
    public static List<VerdictRow> ofFactor(
            Handle handle, OutletId outlet, FactorCode factor, Instant from, Instant until) {
        return handle.createQuery("SELECT v.* FROM hour_verdict v WHERE v.outlet = ? AND v.factor = ?"
                        + " AND v.hour_start >= ? AND v.hour_start < ? AND" + IS_LATEST + " ORDER BY v.hour_start")
                .bind(0, outlet.value())
                .bind(1, factor.value())
                .bind(2, from.toEpochMilli())
                .bind(3, until.toEpochMilli())
                .map((row, context) -> verdict(row))
                .list();
    }

    /** The starts of an outlet's hours in {@code [from, until)} in which a factor exceeds in its latest version, each once, in order. */
    public static List<Instant> exceeding(Handle handle, OutletId outlet, Instant from, Instant until) {
        return handle.createQuery("SELECT DISTINCT v.hour_start FROM hour_verdict v WHERE v.outlet = ?"
                        + " AND v.hour_start >= ? AND v.hour_start < ? AND v.outcome = 'EXCEEDS' AND" + IS_LATEST
                        + " ORDER BY v.hour_start")
                .bind(0, outlet.value())
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> Sql.instant(row, "hour_start"))
                .list();
    }

    /** The first hour behind an hour that was compared with a limit, in its latest version. */
    public static Optional<HourOutcome> firstJudgedBehind(
            Handle handle, OutletId outlet, FactorCode factor, Instant hour) {
        return handle.createQuery("SELECT v.* FROM hour_verdict v WHERE v.outlet = ? AND v.factor = ?"
                        + " AND v.hour_start > ? AND v.outcome <> 'NOT_JUDGED' AND" + IS_LATEST
                        + " ORDER BY v.hour_start LIMIT 1")
                .bind(0, outlet.value())
                .bind(1, factor.value())
                .bind(2, hour.toEpochMilli())
                .map((row, context) -> verdict(row).shortForm())
                .findOne();
    }

    /** Whether a later hour of the factor was judged by the logger's conversion, which was found good in its latest version. */
    public static boolean conversionAgreesBehind(Handle handle, FactorHour hour) {
        return handle.createQuery("SELECT 1 FROM hour_verdict v WHERE v.outlet = ? AND v.factor = ?"
                        + " AND v.hour_start > ? AND v.basis = 'LOGGER_CONVERTED'"
                        + " AND v.findings NOT LIKE '%CONVERSION%' AND" + IS_LATEST + " LIMIT 1")
                .bind(0, hour.outlet().value())
                .bind(1, hour.factor().value())
                .bind(2, hour.start().toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Adds versions. */
    public static void insert(Handle handle, Collection<VerdictRow> verdicts) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO hour_verdict (outlet, hour_start, factor, version, outcome, reason, detail, value, basis, proof,
                  ratio, limit_id, limit_mg_m3, reference_o2, oxygen, findings, report_version, known_at, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (VerdictRow row : verdicts) {
                batch.add(
                        row.hour().outlet().value(),
                        row.hour().start().toEpochMilli(),
                        row.hour().factor().value(),
                        row.version(),
                        row.outcome().name(),
                        row.reason().map(NotJudgedReason::name).orElse(null),
                        row.detail(),
                        row.value().map(Fraction::toString).orElse(null),
                        row.basis().map(Basis::name).orElse(null),
                        row.proof().map(Validity.Proof::name).orElse(null),
                        row.ratio().map(Fraction::toString).orElse(null),
                        row.limitId().map(LimitId::value).orElse(null),
                        row.limit()
                                .map(limit -> limit.milligramsPerCubicMetre().toPlainString())
                                .orElse(null),
                        row.referenceOxygen()
                                .map(oxygen -> oxygen.percent().toPlainString())
                                .orElse(null),
                        row.oxygen()
                                .map(oxygen -> oxygen.percent().toPlainString())
                                .orElse(null),
                        row.findings().stream().map(Finding::name).collect(Collectors.joining(" ")),
                        row.reportVersion(),
                        row.knownAt().toEpochMilli(),
                        Sql.evidence(row.evidence()));
            }
            batch.execute();
        }
    }

    static VerdictRow verdict(ResultSet row) throws SQLException {
        return new VerdictRow(
                new FactorHour(
                        new OutletId(row.getString("outlet")),
                        new FactorCode(row.getString("factor")),
                        Sql.instant(row, "hour_start")),
                row.getInt("version"),
                Outcome.valueOf(row.getString("outcome")),
                Sql.optionalText(row, "reason").map(NotJudgedReason::valueOf),
                row.getString("detail"),
                Sql.optionalText(row, "value").map(Fraction::parse),
                Sql.optionalText(row, "basis").map(Basis::valueOf),
                Sql.optionalText(row, "proof").map(Validity.Proof::valueOf),
                Sql.optionalText(row, "ratio").map(Fraction::parse),
                Sql.optionalText(row, "limit_id").map(LimitId::new),
                Sql.optionalText(row, "limit_mg_m3").map(Concentration::of),
                Sql.optionalText(row, "reference_o2").map(OxygenContent::of),
                Sql.optionalText(row, "oxygen").map(OxygenContent::of),
                Arrays.stream(row.getString("findings").split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .map(Finding::valueOf)
                        .toList(),
                row.getInt("report_version"),
                Sql.instant(row, "known_at"),
                Sql.evidence(row));
    }
}
