package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.notice.NotifyDecision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What happened to alarms, numbered over the whole city, with the decision whether anybody is told; rows are only added. */
public final class AlarmEventRecords {

    private static final String SELECT =
            """
            SELECT e.*, a.subject_kind, a.subject, a.factor, a.type, a.key_hour, n.notify, n.reason AS notify_reason
            FROM alarm_event e JOIN alarm a ON a.id = e.alarm LEFT JOIN notify_decision n ON n.event_number = e.number
            """;

    private AlarmEventRecords() {}

    /** The number of the last event; 0 if there is none. */
    public static long last(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM alarm_event")
                .mapTo(Long.class)
                .one();
    }

    /** Events behind a number, in order. */
    public static List<NumberedEvent> after(Handle handle, long number, int limit) {
        return handle.createQuery(SELECT + " WHERE e.number > ? ORDER BY e.number LIMIT ?")
                .bind(0, number)
                .bind(1, limit)
                .map((row, context) -> event(row))
                .list();
    }

    /** The history of one alarm, oldest first. */
    public static List<NumberedEvent> of(Handle handle, AlarmId alarm) {
        return handle.createQuery(SELECT + " WHERE e.alarm = ? ORDER BY e.number")
                .bind(0, alarm.value())
                .map((row, context) -> event(row))
                .list();
    }

    /** Adds events; their alarms must have been saved before. */
    public static void insert(Handle handle, Collection<NumberedEvent> events) {
        try (RowBatch rows = new RowBatch(
                        handle,
                        """
                        INSERT INTO alarm_event (number, alarm, kind, at, first_hour, last_hour, level, reason,
                          hour_start, actor, note, evidence, until_at, about)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                RowBatch decisions = new RowBatch(
                        handle, "INSERT INTO notify_decision (event_number, notify, reason) VALUES (?, ?, ?)")) {
            for (NumberedEvent numbered : events) {
                AlarmEvent event = numbered.event();
                rows.add(
                        numbered.number(),
                        numbered.alarm().value(),
                        event.kind().name(),
                        event.at().toEpochMilli(),
                        event.firstHour().toEpochMilli(),
                        event.lastHour().toEpochMilli(),
                        event.level().name(),
                        event.reason().name(),
                        Sql.millis(event.hour()),
                        event.by().orElse(null),
                        event.note(),
                        Sql.evidence(event.evidence()),
                        Sql.millis(event.until()),
                        event.about().orElse(null));
                numbered.decision()
                        .ifPresent(decision -> decisions.add(
                                numbered.number(),
                                decision.<Integer>match(yes -> 1, no -> 0),
                                decision.<String>match(yes -> yes.occasion().name(), no -> no.reason()
                                        .name())));
            }
            rows.execute();
            decisions.execute();
        }
    }

    private static NumberedEvent event(ResultSet row) throws SQLException {
        return new NumberedEvent(
                row.getLong("number"),
                new AlarmId(row.getString("alarm")),
                new AlarmEvent(
                        AlarmRecords.key(row),
                        AlarmEventKind.valueOf(row.getString("kind")),
                        Sql.instant(row, "at"),
                        Sql.instant(row, "first_hour"),
                        Sql.instant(row, "last_hour"),
                        AlarmLevel.valueOf(row.getString("level")),
                        AlarmReason.valueOf(row.getString("reason")),
                        Sql.optionalInstant(row, "hour_start"),
                        Sql.optionalText(row, "actor"),
                        row.getString("note"),
                        Sql.evidence(row),
                        Sql.optionalInstant(row, "until_at"),
                        Sql.optionalText(row, "about")),
                decision(row));
    }

    private static Optional<NotifyDecision> decision(ResultSet row) throws SQLException {
        boolean told = row.getInt("notify") == 1;
        return Sql.optionalText(row, "notify_reason")
                .map(reason -> told
                        ? new NotifyDecision.Yes(NotifyDecision.Occasion.valueOf(reason))
                        : new NotifyDecision.No(NotifyDecision.Silence.valueOf(reason)));
    }
}
