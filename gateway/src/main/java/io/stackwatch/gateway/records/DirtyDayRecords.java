package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.OutletId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Days whose counters may no longer be right. Whoever changes what a day is counted by marks it in the same transaction; whoever
 * counted it takes the mark away, unless another change came meanwhile.
 */
public final class DirtyDayRecords {

    private DirtyDayRecords() {}

    /** A day, and how many changes it has seen when it was read. */
    public record Dirty(OutletDay day, long changes) {}

    /** Marks days. */
    public static void mark(Handle handle, Collection<OutletDay> days) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO dirty_day (outlet, day, changes) VALUES (?, ?, 1)
                ON CONFLICT (outlet, day) DO UPDATE SET changes = dirty_day.changes + 1""")) {
            for (OutletDay day : days) {
                batch.add(day.outlet().value(), day.day().toString());
            }
            batch.execute();
        }
    }

    /** The marked days from a day on, the newest first, then by outlet. */
    public static List<Dirty> from(Handle handle, LocalDate first, int limit) {
        return handle.createQuery("SELECT * FROM dirty_day WHERE day >= ? ORDER BY day DESC, outlet LIMIT ?")
                .bind(0, first.toString())
                .bind(1, limit)
                .map((row, context) -> new Dirty(
                        new OutletDay(new OutletId(row.getString("outlet")), LocalDate.parse(row.getString("day"))),
                        row.getLong("changes")))
                .list();
    }

    /** Takes marks away of which nothing new is known. */
    public static void counted(Handle handle, Collection<Dirty> days) {
        try (RowBatch batch =
                new RowBatch(handle, "DELETE FROM dirty_day WHERE outlet = ? AND day = ? AND changes = ?")) {
            for (Dirty dirty : days) {
                batch.add(dirty.day().outlet().value(), dirty.day().day().toString(), dirty.changes());
            }
            batch.execute();
        }
    }

    /** How many days of a month wait to be counted. */
    public static long waiting(Handle handle, LocalDate first, LocalDate last) {
        return handle.createQuery("SELECT COUNT(*) FROM dirty_day WHERE day BETWEEN ? AND ?")
                .bind(0, first.toString())
                .bind(1, last.toString())
                .mapTo(Long.class)
                .one();
    }

    /** The outlets of which days of a period wait to be counted. */
    public static List<OutletId> outlets(Handle handle, LocalDate first, LocalDate last) {
        return handle.createQuery("SELECT DISTINCT outlet FROM dirty_day WHERE day BETWEEN ? AND ?")
                .bind(0, first.toString())
                .bind(1, last.toString())
                .map((row, context) -> new OutletId(row.getString("outlet")))
                .list();
    }

    /**
     * What waits of all outlets.
     *
     * @param days how many days
     * @param oldest the first of them; empty if none waits
     */
    public record Backlog(long days, Optional<LocalDate> oldest) {}

    /** The marked days from a day on. */
    public static Backlog backlog(Handle handle, LocalDate first) {
        return handle.createQuery("SELECT COUNT(*) AS days, MIN(day) AS oldest FROM dirty_day WHERE day >= ?")
                .bind(0, first.toString())
                .map((row, context) -> new Backlog(
                        row.getLong("days"), Sql.optionalText(row, "oldest").map(LocalDate::parse)))
                .one();
    }

    /** The first day that no outlet has been looked at for; empty before any was. */
    public static Optional<LocalDate> lookedUntil(Handle handle) {
        return handle.createQuery("SELECT MAX(counted_until) AS until FROM counted_outlet")
                .map((row, context) -> Sql.optionalText(row, "until").map(LocalDate::parse))
                .one();
    }

    /** Where outlets stand. */
    public static Map<OutletId, Counted> outlets(Handle handle) {
        return handle
                .createQuery("SELECT * FROM counted_outlet")
                .map((row, context) -> Map.entry(
                        new OutletId(row.getString("outlet")),
                        new Counted(LocalDate.parse(row.getString("counted_until")), row.getString("registration"))))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps where outlets stand. */
    public static void save(Handle handle, Map<OutletId, Counted> outlets) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO counted_outlet (outlet, counted_until, registration) VALUES (?, ?, ?)
                ON CONFLICT (outlet) DO UPDATE SET counted_until = excluded.counted_until,
                  registration = excluded.registration""")) {
            outlets.forEach((outlet, counted) ->
                    batch.add(outlet.value(), counted.until().toString(), counted.registration()));
            batch.execute();
        }
    }

    /**
     * Where an outlet stands.
     *
     * @param until first day that has not been marked for counting
     * @param registration digest of what of its registration the counters rest on
     */
    public record Counted(LocalDate until, String registration) {}
}
