package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmSubject;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Whose rate of a month may have changed. Whoever changes counters marks it in the same transaction; whoever looked at the rate
 * takes the mark away, unless another change came meanwhile.
 */
public final class DirtyRateRecords {

    private DirtyRateRecords() {}

    /** Whose rate, of which month. */
    public record Rated(AlarmSubject subject, YearMonth month) {}

    /** A rate, and how many changes it has seen when it was read. */
    public record Dirty(Rated rated, long changes) {}

    /** Marks rates. */
    public static void mark(Handle handle, Collection<Rated> rates) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO dirty_rate (subject_kind, subject, month, changes) VALUES (?, ?, ?, 1)
                ON CONFLICT (subject_kind, subject, month) DO UPDATE SET changes = dirty_rate.changes + 1""")) {
            for (Rated rated : rates) {
                batch.add(
                        rated.subject().kind().name(),
                        rated.subject().id(),
                        rated.month().toString());
            }
            batch.execute();
        }
    }

    /** Marked rates, the newest month first. */
    public static List<Dirty> some(Handle handle, int limit) {
        return handle.createQuery("SELECT * FROM dirty_rate ORDER BY month DESC, subject_kind, subject LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> new Dirty(
                        new Rated(
                                AlarmSubject.of(
                                        AlarmSubject.Kind.valueOf(row.getString("subject_kind")),
                                        row.getString("subject")),
                                YearMonth.parse(row.getString("month"))),
                        row.getLong("changes")))
                .list();
    }

    /** How many wait to be looked at. */
    public static long waiting(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM dirty_rate")
                .mapTo(Long.class)
                .one();
    }

    /** Takes marks away of which nothing new is known. */
    public static void looked(Handle handle, Collection<Dirty> rates) {
        try (RowBatch batch = new RowBatch(
                handle,
                "DELETE FROM dirty_rate WHERE subject_kind = ? AND subject = ? AND month = ? AND changes = ?")) {
            for (Dirty dirty : rates) {
                batch.add(
                        dirty.rated().subject().kind().name(),
                        dirty.rated().subject().id(),
                        dirty.rated().month().toString(),
                        dirty.changes());
            }
            batch.execute();
        }
    }
}
