package io.stackwatch.gateway.records;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How far a cursor has come, kept in the same transaction as what it decided.
 *
 * @param position the last journal record that was dealt with; 0 for none
 * @param asOf how far the cursor has come on its line of time: no deadline before it is open
 */
public record CursorPlace(long position, Instant asOf) {

    /** The place of a cursor; empty if it never began. */
    public static Optional<CursorPlace> find(Handle handle, String cursor) {
        return handle.createQuery("SELECT * FROM cursor_place WHERE name = ?")
                .bind(0, cursor)
                .map((row, context) -> new CursorPlace(row.getLong("position"), Sql.instant(row, "as_of")))
                .findOne();
    }

    /** Keeps the place. */
    public void save(Handle handle, String cursor) {
        handle.execute(
                """
                INSERT INTO cursor_place (name, position, as_of) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET position = excluded.position, as_of = excluded.as_of""",
                cursor,
                position,
                asOf.toEpochMilli());
    }
}
