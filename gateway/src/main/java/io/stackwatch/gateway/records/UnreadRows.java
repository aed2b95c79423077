package io.stackwatch.gateway.records;

import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The nodes that were not read back for a cut, in the order in which they were found. */
final class UnreadRows {

    private UnreadRows() {}

    static void save(Handle handle, Collection<SourceGap> gaps) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO source_gap_unread (source, from_at, place, node, status) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (source, from_at, place) DO UPDATE SET node = excluded.node, status = excluded.status""")) {
            for (SourceGap gap : gaps) {
                List<Unread.Node> named = gap.filling()
                        .flatMap(SourceGap.Filling::unread)
                        .map(Unread::named)
                        .orElse(List.of());
                for (int place = 0; place < named.size(); place++) {
                    batch.add(
                            gap.source().value(),
                            gap.from().toEpochMilli(),
                            place,
                            named.get(place).node(),
                            named.get(place).status());
                }
            }
            batch.execute();
        }
    }

    /** Of cuts of a source that begin in {@code [from, until]}, by their begin. */
    static Map<Instant, List<Unread.Node>> of(Handle handle, Mn source, Instant from, Instant until) {
        Map<Instant, List<Unread.Node>> nodes = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT * FROM source_gap_unread WHERE source = ? AND from_at BETWEEN ? AND ?
                        ORDER BY from_at, place""")
                .bind(0, source.value())
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> nodes.computeIfAbsent(Sql.instant(row, "from_at"), gap -> new ArrayList<>())
                        .add(new Unread.Node(row.getString("node"), row.getLong("status"))))
                .list();
        return nodes;
    }
}
