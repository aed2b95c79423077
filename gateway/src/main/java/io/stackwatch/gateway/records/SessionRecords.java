package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sessions. */
public final class SessionRecords {

    private SessionRecords() {}

    /** Begins a session, and forgets those that expired before {@code horizon}. */
    public static void add(Handle handle, SessionRow session, Instant horizon) {
        handle.execute("DELETE FROM sign_in_session WHERE expires_at < ?", horizon.toEpochMilli());
        handle.execute(
                """
                INSERT INTO sign_in_session
                  (token, person, csrf, created_at, seen_at, expires_at, idle, agent, address)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                session.token(),
                session.person().value(),
                session.csrf(),
                session.createdAt().toEpochMilli(),
                session.seenAt().toEpochMilli(),
                session.expiresAt().toEpochMilli(),
                session.idle().toMillis(),
                session.agent(),
                session.address());
    }

    /** The session with this digest of its token, whatever became of it. */
    public static Optional<SessionRow> find(Handle handle, String token) {
        return handle.createQuery("SELECT * FROM sign_in_session WHERE token = ?")
                .bind(0, token)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Notes that a session was used. */
    public static void seen(Handle handle, String token, Instant at) {
        handle.execute(
                "UPDATE sign_in_session SET seen_at = ? WHERE token = ? AND seen_at < ? AND ended_at IS NULL",
                at.toEpochMilli(),
                token,
                at.toEpochMilli());
    }

    /** Ends a session; false if it had ended or there is none. */
    public static boolean end(Handle handle, String token, SessionRow.End why, Instant at) {
        return handle.execute(
                        "UPDATE sign_in_session SET ended_at = ?, end_reason = ? WHERE token = ? AND ended_at IS NULL",
                        at.toEpochMilli(),
                        why.name(),
                        token)
                == 1;
    }

    /** Ends every session of a person; answers how many. */
    public static int endAll(Handle handle, PersonId person, SessionRow.End why, Instant at) {
        return handle.execute(
                "UPDATE sign_in_session SET ended_at = ?, end_reason = ? WHERE person = ? AND ended_at IS NULL",
                at.toEpochMilli(),
                why.name(),
                person.value());
    }

    private static SessionRow row(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getString("token"),
                new PersonId(row.getString("person")),
                row.getString("csrf"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "seen_at"),
                Sql.instant(row, "expires_at"),
                Duration.ofMillis(row.getLong("idle")),
                row.getString("agent"),
                row.getString("address"),
                Sql.optionalInstant(row, "ended_at"),
                Sql.optionalText(row, "end_reason").map(SessionRow.End::valueOf));
    }
}
