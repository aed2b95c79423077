package io.stackwatch.gateway.records;

import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Exemptions that officers granted, and those that were revoked. Rows are only ever added. */
public final class ExemptionRecords {

    private static final String ALL =
            """
            SELECT e.*, r.at AS revoked_at FROM exemption e
            LEFT JOIN exemption_revocation r ON r.exemption = e.number""";

    private static final RowMapper<Exemption> ROW = (row, context) -> new Exemption(
            row.getLong("number"),
            Sql.optionalText(row, "outlet").map(OutletId::new),
            Exemption.Kind.valueOf(row.getString("kind")),
            new Window(Sql.instant(row, "from_at"), Sql.instant(row, "until_at")),
            row.getString("document"),
            row.getString("reason"),
            row.getString("actor"),
            Sql.instant(row, "at"),
            Sql.optionalInstant(row, "revoked_at"));

    private ExemptionRecords() {}

    /** Keeps a grant; answers it with its number. */
    public static Exemption grant(
            Handle handle, Optional<OutletId> outlet, Exemption.Kind kind, Window span, String document, Act act) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM exemption")
                        .mapTo(Long.class)
                        .one()
                + 1;
        handle.execute(
                """
                INSERT INTO exemption (number, outlet, kind, from_at, until_at, document, at, actor, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                number,
                outlet.map(OutletId::value).orElse(null),
                kind.name(),
                span.start().toEpochMilli(),
                span.end().toEpochMilli(),
                document,
                act.at().toEpochMilli(),
                act.by(),
                act.reason());
        return find(handle, number).orElseThrow();
    }

    /** Takes a grant back; false if it was taken back before. */
    public static boolean revoke(Handle handle, long number, Act act) {
        return handle.execute(
                        """
                        INSERT INTO exemption_revocation (exemption, at, actor, reason) VALUES (?, ?, ?, ?)
                        ON CONFLICT (exemption) DO NOTHING""",
                        number,
                        act.at().toEpochMilli(),
                        act.by(),
                        act.reason())
                == 1;
    }

    /** One grant. */
    public static Optional<Exemption> find(Handle handle, long number) {
        return handle.createQuery(ALL + " WHERE e.number = ?")
                .bind(0, number)
                .map(ROW)
                .findOne();
    }

    /** Grants that touch {@code [from, until)}: of an outlet and of the city. */
    public static List<Exemption> touching(Handle handle, OutletId outlet, Instant from, Instant until) {
        return handle.createQuery(ALL
                        + " WHERE (e.outlet IS NULL OR e.outlet = ?) AND e.from_at < ? AND e.until_at > ?"
                        + " ORDER BY e.number")
                .bind(0, outlet.value())
                .bind(1, until.toEpochMilli())
                .bind(2, from.toEpochMilli())
                .map(ROW)
                .list();
    }

    /** Whether there is any. */
    public static boolean any(Handle handle) {
        return handle.createQuery("SELECT 1 FROM exemption LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Grants of all, newest first, with a smaller number than {@code before}. */
    public static List<Exemption> list(Handle handle, Optional<Long> before, int limit) {
        return list(handle, OwnedBy.ANYBODY, before, limit);
    }

    /** Grants for outlets of some owner and those for every outlet, newest first, with a smaller number than {@code before}. */
    public static List<Exemption> list(Handle handle, OwnedBy owned, Optional<Long> before, int limit) {
        return owned.bind(handle.createQuery(ALL + " WHERE e.number < :before AND (e.outlet IS NULL OR "
                        + owned.condition("e.outlet") + ") ORDER BY e.number DESC LIMIT :limit"))
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map(ROW)
                .list();
    }
}
