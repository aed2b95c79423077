package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.notice.DutyRole;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.core.notice.RecipientId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who was told of which alarm, and who was not and why; and how far events have been looked at. Rows are only added. */
public final class TellingRecords {

    private TellingRecords() {}

    /** Keeps a decision. */
    public static void add(Handle handle, TellingRow row) {
        handle.execute(
                """
                INSERT INTO telling (number, alarm, at, level, round, occasion, role, person, told, why, again_at, notice)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM telling), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.alarm().value(),
                row.at().toEpochMilli(),
                row.level(),
                row.round(),
                row.occasion().name(),
                row.role().name(),
                row.person().map(RecipientId::value).orElse(null),
                row.notice().isPresent() ? 1 : 0,
                row.silence().map(Enum::name).orElseGet(row.occasion()::name),
                Sql.millis(row.againAt()),
                row.notice().map(NoticeId::value).orElse(null));
    }

    /** The decisions about an alarm, oldest first. */
    public static List<TellingRow> of(Handle handle, AlarmId alarm) {
        return handle.createQuery("SELECT * FROM telling WHERE alarm = ? ORDER BY number")
                .bind(0, alarm.value())
                .map((row, context) -> new TellingRow(
                        new AlarmId(row.getString("alarm")),
                        Sql.instant(row, "at"),
                        row.getInt("level"),
                        row.getInt("round"),
                        NotifyDecision.Occasion.valueOf(row.getString("occasion")),
                        DutyRole.valueOf(row.getString("role")),
                        Sql.optionalText(row, "person").map(RecipientId::new),
                        row.getInt("told") == 1
                                ? Optional.empty()
                                : Optional.of(NotifyDecision.Silence.valueOf(row.getString("why"))),
                        Sql.optionalInstant(row, "again_at"),
                        Sql.optionalText(row, "notice").map(NoticeId::new)))
                .list();
    }

    /** How far a reader of events has come; empty if it has never read. */
    public static Optional<Long> place(Handle handle, String name) {
        return handle.createQuery("SELECT number FROM alarming_place WHERE name = ?")
                .bind(0, name)
                .mapTo(Long.class)
                .findOne();
    }

    /** Keeps how far it has come. */
    public static void place(Handle handle, String name, long number) {
        handle.execute(
                """
                INSERT INTO alarming_place (name, number) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET number = excluded.number""",
                name,
                number);
    }
}
