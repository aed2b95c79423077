package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Admissions and their places. */
public final class AdmissionRecords {

    private static final RowMapper<AdmissionRow> ROW = (row, context) -> new AdmissionRow(
            row.getLong("id"),
            new Mn(row.getString("mn")),
            row.getString("reason"),
            Set.of(row.getString("hosts").split(" ", -1)),
            Sql.instant(row, "until_at"),
            row.getString("actor"),
            row.getLong("place"),
            row.getLong("journaled"),
            AdmissionRow.State.valueOf(row.getString("state")));

    private AdmissionRecords() {}

    /**
     * Adds an admission.
     *
     * @param latest the last quarantined record that is known to belong to it
     */
    public static void add(Handle handle, AdmissionRow row, long latest) {
        handle.execute(
                """
                INSERT INTO admission (id, mn, reason, hosts, until_at, actor, place, latest, journaled, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.id(),
                row.mn().value(),
                row.reason(),
                String.join(" ", new TreeSet<>(row.hosts())),
                row.untilAt().toEpochMilli(),
                row.by(),
                row.place(),
                latest,
                row.journaled(),
                row.state().name());
    }

    /** The admission of an act. */
    public static Optional<AdmissionRow> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM admission WHERE id = ?")
                .bind(0, id)
                .map(ROW)
                .findOne();
    }

    /** Those that have more to do, oldest first. */
    public static List<AdmissionRow> running(Handle handle) {
        return handle.createQuery("SELECT * FROM admission WHERE state = 'RUNNING' ORDER BY id")
                .map(ROW)
                .list();
    }

    /** Keeps how far one has come. */
    public static void keep(Handle handle, AdmissionRow row) {
        handle.execute(
                "UPDATE admission SET place = ?, journaled = ? WHERE id = ?", row.place(), row.journaled(), row.id());
    }

    /** Says that an admission has dealt with everything up to a record, unless more is known to be behind it. */
    public static void done(Handle handle, long id, long upTo) {
        handle.execute("UPDATE admission SET state = 'DONE' WHERE id = ? AND latest <= ?", id, upTo);
    }

    /** Says that a quarantined record behind an admission's place belongs to it. */
    public static void more(Handle handle, long id, long sequence) {
        handle.execute(
                """
                UPDATE admission SET latest = CASE WHEN latest < ? THEN ? ELSE latest END,
                  state = CASE WHEN place < ? THEN 'RUNNING' ELSE state END
                WHERE id = ?""",
                sequence,
                sequence,
                sequence,
                id);
    }
}
