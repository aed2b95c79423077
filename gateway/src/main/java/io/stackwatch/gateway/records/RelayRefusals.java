package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Why frames could not be sent, counted. */
public final class RelayRefusals {

    private RelayRefusals() {}

    /** Counts. */
    public static void count(Handle handle, String target, Collection<RelayRefusal> refusals) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO relay_refusal (target, station, reason, times, first_sequence, last_sequence)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (target, station, reason) DO UPDATE SET times = relay_refusal.times + excluded.times,
                  last_sequence = excluded.last_sequence""")) {
            for (RelayRefusal one : refusals) {
                batch.add(
                        target,
                        one.station().value(),
                        one.reason(),
                        one.times(),
                        one.firstSequence(),
                        one.lastSequence());
            }
            batch.execute();
        }
    }

    /** Counted refusals of a target, most frequent first. */
    public static List<RelayRefusal> of(Handle handle, String target, int limit) {
        return handle.createQuery(
                        "SELECT * FROM relay_refusal WHERE target = ? ORDER BY times DESC, station, reason LIMIT ?")
                .bind(0, target)
                .bind(1, limit)
                .map((row, context) -> new RelayRefusal(
                        new Mn(row.getString("station")),
                        row.getString("reason"),
                        row.getLong("times"),
                        row.getLong("first_sequence"),
                        row.getLong("last_sequence")))
                .list();
    }
}
