package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.notice.EscalationTimer;
import io.stackwatch.core.notice.NotifyDecision.Silence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Timers of escalation: one row for each step of an alarm, which stays when it has stopped. */
public final class TimerRecords {

    private TimerRecords() {}

    /**
     * A row as it stands.
     *
     * @param timer the step; its instant is that of the last telling where nothing more comes
     * @param stopped why nothing more comes of it; empty if something does, or if it was told as often as it had to be
     * @param running whether something more comes
     */
    public record Row(EscalationTimer timer, Optional<Silence> stopped, boolean running) {}

    /** Keeps a timer that runs. */
    public static void run(Handle handle, EscalationTimer timer) {
        handle.execute(
                """
                INSERT INTO alarm_timer (alarm, level, began, round, due_at, stopped_at, stopped_why)
                VALUES (?, ?, ?, ?, ?, NULL, NULL)
                ON CONFLICT (alarm, level) DO UPDATE SET began = excluded.began, round = excluded.round,
                  due_at = excluded.due_at, stopped_at = NULL, stopped_why = NULL""",
                timer.alarm().value(),
                timer.level(),
                timer.began().toEpochMilli(),
                timer.round(),
                timer.dueAt().toEpochMilli());
    }

    /** A step was told as often as it had to be. */
    public static void finish(Handle handle, EscalationTimer timer, Instant at) {
        handle.execute(
                "UPDATE alarm_timer SET due_at = NULL, stopped_at = ?, round = ? WHERE alarm = ? AND level = ?",
                at.toEpochMilli(),
                timer.round() + 1,
                timer.alarm().value(),
                timer.level());
    }

    /** Stops every timer of an alarm that runs; in the transaction of what stops them. */
    public static int stop(Handle handle, AlarmId alarm, Silence why, Instant at) {
        return handle.execute(
                """
                UPDATE alarm_timer SET due_at = NULL, stopped_at = ?, stopped_why = ?
                WHERE alarm = ? AND due_at IS NOT NULL""",
                at.toEpochMilli(),
                why.name(),
                alarm.value());
    }

    /** The steps of an alarm, by level. */
    public static List<Row> of(Handle handle, AlarmId alarm) {
        return handle.createQuery("SELECT * FROM alarm_timer WHERE alarm = ? ORDER BY level")
                .bind(0, alarm.value())
                .map((row, context) -> row(row))
                .list();
    }

    /** One step of an alarm, if it runs. */
    public static Optional<EscalationTimer> running(Handle handle, AlarmId alarm, int level) {
        return handle.createQuery("SELECT * FROM alarm_timer WHERE alarm = ? AND level = ? AND due_at IS NOT NULL")
                .bind(0, alarm.value())
                .bind(1, level)
                .map((row, context) -> row(row).timer())
                .findOne();
    }

    /**
     * Timers that are due, the earliest first, behind the last one of the page before. Those of an alarm that does not ask for attention wait
     * until it does.
     */
    public static List<EscalationTimer> due(Handle handle, Instant now, Optional<EscalationTimer> behind, int limit) {
        String place = behind.isPresent() ? " AND (t.due_at, t.alarm, t.level) > (:due, :alarm, :level)" : "";
        var query = handle.createQuery(
                        """
                        SELECT t.* FROM alarm_timer t JOIN alarm a ON a.id = t.alarm
                        WHERE t.due_at <= :now AND a.aside_at IS NULL"""
                                + place + " ORDER BY t.due_at, t.alarm, t.level LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit);
        behind.ifPresent(last -> query.bind("due", last.dueAt().toEpochMilli())
                .bind("alarm", last.alarm().value())
                .bind("level", last.level()));
        return query.map((row, context) -> row(row).timer()).list();
    }

    /** How many timers are due and have not been looked at. */
    public static long waiting(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT COUNT(*) FROM alarm_timer t JOIN alarm a ON a.id = t.alarm
                        WHERE t.due_at <= ? AND a.aside_at IS NULL""")
                .bind(0, now.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<Instant> due = Sql.optionalInstant(row, "due_at");
        Instant at = due.isPresent() ? due.get() : Sql.instant(row, "stopped_at");
        return new Row(
                new EscalationTimer(
                        new AlarmId(row.getString("alarm")),
                        Sql.instant(row, "began"),
                        row.getInt("level"),
                        row.getInt("round"),
                        at),
                Sql.optionalText(row, "stopped_why").map(Silence::valueOf),
                due.isPresent());
    }
}
