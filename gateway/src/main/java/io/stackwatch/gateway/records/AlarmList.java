package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.registry.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Alarms with the names that people know them by, newest first. */
final class AlarmList {

    private static final String REGION = "CASE a.subject_kind WHEN 'REGION' THEN a.subject ELSE e.region END";

    private static final String SELECT =
            """
            SELECT a.*, o.name AS outlet_name, e.name AS enterprise_name, %1$s AS region FROM alarm a
            LEFT JOIN outlet o ON a.subject_kind = 'OUTLET' AND o.id = a.subject
              AND o.valid_from = (SELECT MAX(n.valid_from) FROM outlet n WHERE n.id = o.id)
            LEFT JOIN enterprise e ON e.id = CASE a.subject_kind WHEN 'ENTERPRISE' THEN a.subject ELSE o.enterprise END
              AND e.valid_from = (SELECT MAX(n.valid_from) FROM enterprise n WHERE n.id = e.id)
            """
                    .formatted(REGION);

    private AlarmList() {}

    static List<AlarmRow> of(Handle handle, AlarmQuery wanted) {
        StringBuilder text = new StringBuilder(SELECT).append(" WHERE 1 = 1");
        wanted.active().ifPresent(active -> text.append(" AND a.cleared_at IS ").append(active ? "NULL" : "NOT NULL"));
        wanted.acknowledged()
                .ifPresent(seen -> text.append(" AND a.acknowledged_at IS ").append(seen ? "NOT NULL" : "NULL"));
        wanted.type().ifPresent(type -> text.append(" AND a.type = :type"));
        wanted.outlet().ifPresent(outlet -> text.append(" AND a.subject_kind = 'OUTLET' AND a.subject = :outlet"));
        wanted.region().ifPresent(region -> text.append(" AND ").append(REGION).append(" = :region"));
        wanted.enterprise().ifPresent(enterprise -> text.append(" AND e.id = :enterprise"));
        wanted.behind().ifPresent(place -> text.append(" AND (a.raised_at, a.id) < (:at, :id)"));
        Query query = handle.createQuery(text.append(" ORDER BY a.raised_at DESC, a.id DESC LIMIT :limit"))
                .bind("limit", wanted.limit());
        wanted.type().ifPresent(type -> query.bind("type", type.code()));
        wanted.outlet().ifPresent(outlet -> query.bind("outlet", outlet.value()));
        wanted.region().ifPresent(region -> query.bind("region", region.value()));
        wanted.enterprise().ifPresent(enterprise -> query.bind("enterprise", enterprise.value()));
        wanted.behind()
                .ifPresent(place -> query.bind("at", place.at().toEpochMilli()).bind("id", place.id()));
        return query.map((row, context) -> row(row)).list();
    }

    static Optional<AlarmRow> find(Handle handle, AlarmId id) {
        return handle.createQuery(SELECT + " WHERE a.id = ?")
                .bind(0, id.value())
                .map((row, context) -> row(row))
                .findOne();
    }

    private static AlarmRow row(ResultSet row) throws SQLException {
        return new AlarmRow(
                AlarmRecords.alarm(row),
                Sql.optionalText(row, "outlet_name"),
                Sql.optionalText(row, "enterprise_name"),
                Sql.optionalText(row, "region").map(RegionCode::new));
    }
}
