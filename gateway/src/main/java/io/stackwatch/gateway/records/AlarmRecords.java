package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.Abeyance;
import io.stackwatch.core.alarm.Acknowledgement;
import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmState;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.Assignment;
import io.stackwatch.core.alarm.Clearing;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Alarms as their events leave them; the row is what {@link Alarm#fold} makes of {@link AlarmEventRecords}. */
public final class AlarmRecords {

    private AlarmRecords() {}

    /** One alarm. */
    public static Optional<Alarm> find(Handle handle, AlarmId id) {
        return handle.createQuery("SELECT * FROM alarm WHERE id = ?")
                .bind(0, id.value())
                .map((row, context) -> alarm(row))
                .findOne();
    }

    /** Alarms of a kind about a subject whose key is not before an hour, in order of their keys. */
    public static List<Alarm> since(Handle handle, AlarmSubject subject, AlarmType type, Instant hour) {
        return handle.createQuery(
                        """
                        SELECT * FROM alarm WHERE subject_kind = ? AND subject = ? AND type = ? AND key_hour >= ?
                        ORDER BY key_hour, id""")
                .bind(0, subject.kind().name())
                .bind(1, subject.id())
                .bind(2, type.code())
                .bind(3, hour.toEpochMilli())
                .map((row, context) -> alarm(row))
                .list();
    }

    /** Every active alarm of a kind, in order of their keys. */
    public static List<Alarm> active(Handle handle, AlarmType type) {
        return handle.createQuery("SELECT * FROM alarm WHERE type = ? AND cleared_at IS NULL ORDER BY key_hour, id")
                .bind(0, type.code())
                .map((row, context) -> alarm(row))
                .list();
    }

    /** Alarms that were put aside for a time that is over, in order of its end. */
    public static List<Alarm> expired(Handle handle, Instant now, int limit) {
        return handle.createQuery("SELECT * FROM alarm WHERE aside_until <= ? ORDER BY aside_until, id LIMIT ?")
                .bind(0, now.toEpochMilli())
                .bind(1, limit)
                .map((row, context) -> alarm(row))
                .list();
    }

    /** Alarms that something with a name suppresses. */
    public static List<Alarm> suppressed(Handle handle) {
        return handle.createQuery("SELECT * FROM alarm WHERE aside_cause IS NOT NULL ORDER BY id")
                .map((row, context) -> alarm(row))
                .list();
    }

    /** The active alarms about a subject, in order of their keys. */
    public static List<Alarm> activeOf(Handle handle, AlarmSubject subject) {
        return handle.createQuery(
                        """
                        SELECT * FROM alarm WHERE subject_kind = ? AND subject = ? AND cleared_at IS NULL
                        ORDER BY key_hour, id""")
                .bind(0, subject.kind().name())
                .bind(1, subject.id())
                .map((row, context) -> alarm(row))
                .list();
    }

    /** All alarms of these outlets that are active, or whose last hour is not before a given hour. */
    public static List<Alarm> activeOrSince(Handle handle, Collection<OutletId> outlets, Instant hour) {
        Map<AlarmId, Alarm> found = new LinkedHashMap<>();
        Bulk.query(
                handle,
                """
                WITH wanted (outlet) AS (VALUES %s)
                SELECT a.* FROM wanted w JOIN alarm a ON a.subject = w.outlet AND a.subject_kind = 'OUTLET'
                  AND a.cleared_at IS NULL""",
                1,
                outlets,
                (outlet, values) -> values.add(outlet.value()),
                (query, some) ->
                        query.map((row, context) -> alarm(row)).forEach(alarm -> found.put(alarm.id(), alarm)));
        Bulk.query(
                handle,
                """
                WITH wanted (outlet) AS (VALUES %s)
                SELECT a.* FROM wanted w JOIN alarm a ON a.subject = w.outlet AND a.subject_kind = 'OUTLET'
                  AND a.last_hour >= ?""",
                1,
                outlets,
                (outlet, values) -> values.add(outlet.value()),
                (query, some) -> query.bind(some.size(), hour.toEpochMilli())
                        .map((row, context) -> alarm(row))
                        .forEach(alarm -> found.put(alarm.id(), alarm)));
        return List.copyOf(found.values());
    }

    /**
     * Alarms of one kind around an hour: those that span it, the nearest before and behind it that were not joined to
     * another, the one whose key names it, and every active one.
     */
    public static List<Alarm> around(Handle handle, FactorHour hour, AlarmType type) {
        Map<AlarmId, Alarm> found = new LinkedHashMap<>();
        List<String> conditions = List.of(
                "cleared_at IS NULL",
                "first_hour <= :hour AND last_hour >= :hour",
                "key_hour = :hour",
                "last_hour < :hour AND cleared_why IS DISTINCT FROM 'JOINED_TO_EARLIER' ORDER BY last_hour DESC LIMIT 1",
                "first_hour > :hour AND cleared_why IS DISTINCT FROM 'JOINED_TO_EARLIER' ORDER BY first_hour LIMIT 1");
        for (String condition : conditions) {
            handle.createQuery("SELECT * FROM alarm WHERE subject_kind = 'OUTLET' AND subject = :outlet"
                            + " AND factor = :factor AND type = :type AND " + condition)
                    .bind("outlet", hour.outlet().value())
                    .bind("factor", hour.factor().value())
                    .bind("type", type.code())
                    .bind("hour", hour.start().toEpochMilli())
                    .map((row, context) -> alarm(row))
                    .forEach(alarm -> found.put(alarm.id(), alarm));
        }
        return new ArrayList<>(found.values());
    }

    /** Keeps alarms as they are now. */
    public static void save(Handle handle, Collection<Alarm> alarms) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO alarm (id, subject_kind, subject, factor, type, key_hour, state, level, first_hour, last_hour,
                  raised_at, words, acknowledged_by, acknowledged_at, acknowledge_note, cleared_at, cleared_why, assigned_to,
                  assigned_by, assigned_at, assign_note, aside_by, aside_at, aside_why, aside_until, aside_cause)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, level = excluded.level,
                  first_hour = excluded.first_hour, last_hour = excluded.last_hour, words = excluded.words,
                  acknowledged_by = excluded.acknowledged_by, acknowledged_at = excluded.acknowledged_at,
                  acknowledge_note = excluded.acknowledge_note, cleared_at = excluded.cleared_at,
                  cleared_why = excluded.cleared_why, assigned_to = excluded.assigned_to,
                  assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at,
                  assign_note = excluded.assign_note, aside_by = excluded.aside_by, aside_at = excluded.aside_at,
                  aside_why = excluded.aside_why, aside_until = excluded.aside_until,
                  aside_cause = excluded.aside_cause""")) {
            for (Alarm alarm : alarms) {
                AlarmKey key = alarm.key();
                batch.add(
                        alarm.id().value(),
                        key.subject().kind().name(),
                        key.subject().id(),
                        key.factor().value(),
                        key.type().code(),
                        key.firstHour().toEpochMilli(),
                        alarm.state().name(),
                        alarm.level().name(),
                        alarm.firstHour().toEpochMilli(),
                        alarm.lastHour().toEpochMilli(),
                        alarm.raisedAt().toEpochMilli(),
                        alarm.words(),
                        alarm.acknowledgement().map(Acknowledgement::by).orElse(null),
                        Sql.millis(alarm.acknowledgement().map(Acknowledgement::at)),
                        alarm.acknowledgement().map(Acknowledgement::note).orElse(null),
                        Sql.millis(alarm.clearing().map(Clearing::at)),
                        alarm.clearing()
                                .map(clearing -> clearing.reason().name())
                                .orElse(null),
                        alarm.assignment().map(Assignment::to).orElse(null),
                        alarm.assignment().map(Assignment::by).orElse(null),
                        Sql.millis(alarm.assignment().map(Assignment::at)),
                        alarm.assignment().map(Assignment::note).orElse(null),
                        alarm.abeyance().map(Abeyance::by).orElse(null),
                        Sql.millis(alarm.abeyance().map(Abeyance::at)),
                        alarm.abeyance().map(Abeyance::why).orElse(null),
                        Sql.millis(alarm.abeyance().flatMap(Abeyance::until)),
                        alarm.abeyance().flatMap(Abeyance::cause).orElse(null));
            }
            batch.execute();
        }
    }

    static Alarm alarm(ResultSet row) throws SQLException {
        AlarmKey key = key(row);
        Optional<String> seenBy = Sql.optionalText(row, "acknowledged_by");
        Instant seenAt = Sql.instant(row, "acknowledged_at");
        String note = Sql.optionalText(row, "acknowledge_note").orElse("");
        Optional<Instant> clearedAt = Sql.optionalInstant(row, "cleared_at");
        Optional<String> clearedWhy = Sql.optionalText(row, "cleared_why");
        return new Alarm(
                key,
                AlarmState.valueOf(row.getString("state")),
                AlarmLevel.valueOf(row.getString("level")),
                Sql.instant(row, "first_hour"),
                Sql.instant(row, "last_hour"),
                Sql.instant(row, "raised_at"),
                row.getString("words"),
                seenBy.map(by -> new Acknowledgement(by, seenAt, note)),
                clearedAt.flatMap(at -> clearedWhy.map(why -> new Clearing(at, AlarmReason.valueOf(why)))),
                assignment(row),
                abeyance(row));
    }

    private static Optional<Assignment> assignment(ResultSet row) throws SQLException {
        Optional<String> to = Sql.optionalText(row, "assigned_to");
        return to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Assignment(
                        to.get(),
                        row.getString("assigned_by"),
                        Sql.instant(row, "assigned_at"),
                        row.getString("assign_note")));
    }

    private static Optional<Abeyance> abeyance(ResultSet row) throws SQLException {
        Optional<Instant> since = Sql.optionalInstant(row, "aside_at");
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(new Abeyance(
                        row.getString("aside_by"),
                        since.get(),
                        row.getString("aside_why"),
                        Sql.optionalInstant(row, "aside_until"),
                        Sql.optionalText(row, "aside_cause")));
    }

    static AlarmKey key(ResultSet row) throws SQLException {
        return new AlarmKey(
                AlarmSubject.of(AlarmSubject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject")),
                new FactorCode(row.getString("factor")),
                new AlarmType(row.getString("type")),
                Sql.instant(row, "key_hour"));
    }
}
