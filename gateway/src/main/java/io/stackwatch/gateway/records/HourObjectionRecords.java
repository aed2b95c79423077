package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Objections at the hours that they are to. Only ever added to. */
public final class HourObjectionRecords {

    private static final String SELECT =
            """
            SELECT o.*, h.outlet, h.factor, a.upheld, a.at AS answered_at, a.actor AS answered_by, a.reason AS answer
            FROM hour_objection h JOIN case_objection o ON o.number = h.objection
            LEFT JOIN case_objection_answer a ON a.objection = o.number""";

    private HourObjectionRecords() {}

    /** Notes the hours of an objection. */
    public static void add(Handle handle, long objection, Collection<FactorHour> hours) {
        for (FactorHour hour : hours) {
            handle.execute(
                    "INSERT INTO hour_objection (objection, outlet, factor, hour_start) VALUES (?, ?, ?, ?)",
                    objection,
                    hour.outlet().value(),
                    hour.factor().value(),
                    hour.start().toEpochMilli());
        }
    }

    /** The objections to hours of an outlet that begin from one moment to before another, in order of hour, factor and filing. */
    public static List<HourObjection> of(Handle handle, OutletId outlet, Instant from, Instant until) {
        return handle.createQuery(SELECT
                        + " WHERE h.outlet = ? AND h.hour_start >= ? AND h.hour_start < ?"
                        + " ORDER BY h.hour_start, h.factor, o.number")
                .bind(0, outlet.value())
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> new HourObjection(
                        new FactorHour(outlet, new FactorCode(row.getString("factor")), Sql.instant(row, "hour_start")),
                        CaseObjectionRecords.row(row)))
                .list();
    }
}
