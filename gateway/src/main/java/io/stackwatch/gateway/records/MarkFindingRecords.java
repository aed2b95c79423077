package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkVersion;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was found about marks. Rows are only ever added. */
public final class MarkFindingRecords {

    private MarkFindingRecords() {}

    /** Keeps a finding about a version of a mark. */
    public static void add(
            Handle handle,
            AlarmType kind,
            MarkVersion version,
            OutletId outlet,
            Optional<FactorHour> hour,
            Instant at,
            String detail) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM mark_finding")
                        .mapTo(Long.class)
                        .one()
                + 1;
        handle.execute(
                """
                INSERT INTO mark_finding (number, kind, mark, version, outlet, hour_start, factor, at, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                number,
                kind.code(),
                MarkRecords.number(version.mark()).orElseThrow(),
                version.version(),
                outlet.value(),
                Sql.millis(hour.map(FactorHour::start)),
                hour.map(about -> about.factor().value()).orElse(null),
                at.toEpochMilli(),
                detail);
    }

    /** Findings of an outlet or of all of some owner, newest first, with a smaller number than {@code before}. */
    public static List<MarkFinding> list(
            Handle handle, Optional<OutletId> outlet, OwnedBy owned, Optional<Long> before, int limit) {
        return owned.bind(handle.createQuery(
                        "SELECT * FROM mark_finding WHERE number < :before AND (:outlet = '' OR outlet = :outlet) AND "
                                + owned.condition("outlet") + " ORDER BY number DESC LIMIT :limit"))
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("outlet", outlet.map(OutletId::value).orElse(""))
                .bind("limit", limit)
                .map((row, context) -> new MarkFinding(
                        row.getLong("number"),
                        new AlarmType(row.getString("kind")),
                        new MarkId("M-" + row.getLong("mark")),
                        row.getInt("version"),
                        new OutletId(row.getString("outlet")),
                        Sql.optionalInstant(row, "hour_start"),
                        Sql.optionalText(row, "factor").map(FactorCode::new),
                        Sql.instant(row, "at"),
                        row.getString("detail")))
                .list();
    }
}
