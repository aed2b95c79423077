package io.stackwatch.gateway.records;

import io.stackwatch.core.deadline.Deadline;
import io.stackwatch.core.deadline.DeadlineId;
import io.stackwatch.core.deadline.DeadlineKind;
import io.stackwatch.core.deadline.DeadlineState;
import io.stackwatch.core.deadline.DeadlineSubject;
import io.stackwatch.core.deadline.Deadlines;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deadlines as rows, inside the transaction of a handle: the truth, whoever wakes up to look at them. For one thread. */
public final class DeadlineRecords implements Deadlines {

    private final Handle handle;
    private boolean nextIsKnown;
    private Optional<Instant> next = Optional.empty();

    public DeadlineRecords(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean schedule(Deadline deadline) {
        nextIsKnown = false;
        int inserted = handle.execute(
                """
                INSERT INTO deadline (id, kind, subject, due_at, state) VALUES (?, ?, ?, ?, 'PENDING')
                ON CONFLICT (id) DO NOTHING""",
                deadline.id().value(),
                deadline.kind().name(),
                deadline.subject().text(),
                deadline.dueAt().toEpochMilli());
        return inserted == 1;
    }

    /** Makes a closed deadline pending again, because what it is about has changed since. */
    public void reopen(DeadlineId id) {
        nextIsKnown = false;
        handle.execute(
                """
                UPDATE deadline SET state = 'PENDING', outcome = NULL, closed_at = NULL
                WHERE id = ? AND state <> 'PENDING'""",
                id.value());
    }

    @Override
    public List<Deadline> due(Instant now, int limit) {
        return handle.createQuery(
                        "SELECT * FROM deadline WHERE state = 'PENDING' AND due_at <= ? ORDER BY due_at, id LIMIT ?")
                .bind(0, now.toEpochMilli())
                .bind(1, limit)
                .map((row, context) -> {
                    DeadlineKind kind = DeadlineKind.valueOf(row.getString("kind"));
                    return new Deadline(
                            kind, DeadlineSubject.parse(kind, row.getString("subject")), Sql.instant(row, "due_at"));
                })
                .list();
    }

    /** When the next pending deadline is due, as far as this instance has changed them. */
    public Optional<Instant> next() {
        if (!nextIsKnown) {
            next = loadNext();
            nextIsKnown = true;
        }
        return next;
    }

    private Optional<Instant> loadNext() {
        return handle.createQuery("SELECT due_at FROM deadline WHERE state = 'PENDING' ORDER BY due_at, id LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void close(DeadlineId id, DeadlineState state, String outcome, Instant at) {
        nextIsKnown = false;
        handle.execute(
                """
                UPDATE deadline SET state = ?, outcome = ?, closed_at = ? WHERE id = ? AND state = 'PENDING'""",
                state.name(),
                outcome,
                at.toEpochMilli(),
                id.value());
    }
}
