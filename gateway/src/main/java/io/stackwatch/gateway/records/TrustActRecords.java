package io.stackwatch.gateway.records;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What was decided about certificates of OPC UA servers. Rows are only ever added. */
public final class TrustActRecords {

    private static final int LONGEST_SUBJECT = 500;

    private static final RowMapper<TrustActRow> ROW = (row, context) -> new TrustActRow(
            row.getLong("number"),
            row.getString("thumbprint"),
            TrustActRow.Kind.valueOf(row.getString("kind")),
            new Act(Sql.instant(row, "at"), row.getString("actor"), row.getString("reason")),
            row.getString("detail"));

    private TrustActRecords() {}

    /** Keeps an act; answers it with its number. */
    public static TrustActRow add(Handle handle, String thumbprint, TrustActRow.Kind kind, Act act, String subject) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM opcua_trust_act")
                        .mapTo(Long.class)
                        .one()
                + 1;
        String named = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
        handle.execute(
                "INSERT INTO opcua_trust_act (number, thumbprint, kind, at, actor, reason, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                thumbprint,
                kind.name(),
                act.at().toEpochMilli(),
                act.by(),
                act.reason(),
                named);
        return new TrustActRow(number, thumbprint, kind, act, named);
    }

    /** Acts, newest first. */
    public static List<TrustActRow> newest(Handle handle, int limit) {
        return handle.createQuery("SELECT * FROM opcua_trust_act ORDER BY number DESC LIMIT ?")
                .bind(0, limit)
                .map(ROW)
                .list();
    }
}
