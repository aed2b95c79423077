package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.CaseFileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Objections of enterprises to hours of their cases, and the answers. Only ever added to. */
public final class CaseObjectionRecords {

    private static final String SELECT =
            """
            SELECT o.*, a.upheld, a.at AS answered_at, a.actor AS answered_by, a.reason AS answer
            FROM case_objection o LEFT JOIN case_objection_answer a ON a.objection = o.number""";

    private CaseObjectionRecords() {}

    /**
     * An objection to an hour.
     *
     * @param hour first instant of the hour
     * @param answer what an officer answered, if one did
     */
    public record Objection(long number, CaseFileId file, Instant hour, Act filed, Optional<Answer> answer) {}

    /** Whether the enterprise is right, and who says so. */
    public record Answer(boolean upheld, Act act) {}

    /** Keeps an objection; answers its number. */
    public static long add(Handle handle, CaseFileId file, Instant hour, Act act) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM case_objection")
                .mapTo(Long.class)
                .one();
        handle.execute(
                "INSERT INTO case_objection (number, file, hour_start, at, actor, reason) VALUES (?, ?, ?, ?, ?, ?)",
                number,
                file.value(),
                hour.toEpochMilli(),
                act.at().toEpochMilli(),
                act.by(),
                act.reason());
        return number;
    }

    /** Keeps an answer; false if there was one before. */
    public static boolean answer(Handle handle, long objection, String role, Answer answer) {
        return handle.execute(
                        """
                        INSERT INTO case_objection_answer (objection, upheld, at, actor, role, reason)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (objection) DO NOTHING""",
                        objection,
                        answer.upheld() ? 1 : 0,
                        answer.act().at().toEpochMilli(),
                        answer.act().by(),
                        role,
                        answer.act().reason())
                == 1;
    }

    /** One objection. */
    public static Optional<Objection> find(Handle handle, long number) {
        return handle.createQuery(SELECT + " WHERE o.number = ?")
                .bind(0, number)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The objections in a file, in order. */
    public static List<Objection> of(Handle handle, CaseFileId file) {
        return handle.createQuery(SELECT + " WHERE o.file = ? ORDER BY o.number")
                .bind(0, file.value())
                .map((row, context) -> row(row))
                .list();
    }

    static Objection row(ResultSet row) throws SQLException {
        Optional<Instant> answered = Sql.optionalInstant(row, "answered_at");
        Optional<Answer> answer = answered.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(
                        row.getInt("upheld") == 1,
                        new Act(answered.get(), row.getString("answered_by"), row.getString("answer"))));
        return new Objection(
                row.getLong("number"),
                new CaseFileId(row.getString("file")),
                Sql.instant(row, "hour_start"),
                new Act(Sql.instant(row, "at"), row.getString("actor"), row.getString("reason")),
                answer);
    }
}
