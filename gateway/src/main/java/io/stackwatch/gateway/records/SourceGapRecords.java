package io.stackwatch.gateway.records;

import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.core.registry.Mn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Cuts of sources: opened when one is lost, completed when it is back and when its history is read; never deleted. */
public final class SourceGapRecords {

    private SourceGapRecords() {}

    /** Keeps cuts as they stand. */
    public static void save(Handle handle, Collection<SourceGap> gaps) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO source_gap (source, from_at, lost, reason, to_at, how, filled_at, outcome, read_back, unread,
                  heard_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, from_at) DO UPDATE SET to_at = excluded.to_at, how = excluded.how,
                  filled_at = excluded.filled_at, outcome = excluded.outcome, read_back = excluded.read_back,
                  unread = excluded.unread, heard_until = excluded.heard_until""")) {
            for (SourceGap gap : gaps) {
                batch.add(
                        gap.source().value(),
                        gap.from().toEpochMilli(),
                        gap.lost().toEpochMilli(),
                        gap.reason(),
                        Sql.millis(gap.end().map(SourceGap.End::to)),
                        gap.end().map(SourceGap.End::how).orElse(null),
                        Sql.millis(gap.filling().map(SourceGap.Filling::at)),
                        gap.filling().map(SourceGap.Filling::outcome).orElse(null),
                        gap.readBack(),
                        gap.filling()
                                .flatMap(SourceGap.Filling::unread)
                                .map(Unread::number)
                                .orElse(null),
                        Sql.millis(gap.heardUntil()));
            }
            batch.execute();
        }
        UnreadRows.save(handle, gaps);
    }

    /** Cuts of which more may come, of all sources, oldest first. */
    public static List<SourceGap> unfilled(Handle handle) {
        return handle.createQuery("SELECT * FROM source_gap WHERE filled_at IS NULL ORDER BY source, from_at")
                .map((row, context) -> gap(row))
                .list();
    }

    /** Cuts of a source that were not over at an instant, newest first. */
    public static List<SourceGap> of(Handle handle, Mn source, Instant since, int limit) {
        return named(
                handle,
                source,
                handle.createQuery(
                                """
                                SELECT * FROM source_gap WHERE source = ? AND (to_at IS NULL OR to_at >= ?)
                                ORDER BY from_at DESC LIMIT ?""")
                        .bind(0, source.value())
                        .bind(1, since.toEpochMilli())
                        .bind(2, limit)
                        .map((row, context) -> gap(row))
                        .list());
    }

    /** Cuts of a source that touch {@code [from, until)}, oldest first. */
    public static List<SourceGap> touching(Handle handle, Mn source, Instant from, Instant until) {
        return named(
                handle,
                source,
                handle.createQuery(
                                """
                                SELECT * FROM source_gap
                                WHERE source = ? AND from_at < ? AND (to_at IS NULL OR to_at > ?)
                                ORDER BY from_at""")
                        .bind(0, source.value())
                        .bind(1, until.toEpochMilli())
                        .bind(2, from.toEpochMilli())
                        .map((row, context) -> gap(row))
                        .list());
    }

    /** The same cuts with the nodes that were not read. */
    private static List<SourceGap> named(Handle handle, Mn source, List<SourceGap> gaps) {
        if (gaps.stream().noneMatch(gap -> numberOf(gap) > 0)) {
            return gaps;
        }
        LongSummaryStatistics begins =
                gaps.stream().mapToLong(gap -> gap.from().toEpochMilli()).summaryStatistics();
        Map<Instant, List<Unread.Node>> nodes = UnreadRows.of(
                handle, source, Instant.ofEpochMilli(begins.getMin()), Instant.ofEpochMilli(begins.getMax()));
        return gaps.stream()
                .map(gap -> numberOf(gap) > 0 ? named(gap, nodes.getOrDefault(gap.from(), List.of())) : gap)
                .toList();
    }

    private static SourceGap named(SourceGap gap, List<Unread.Node> nodes) {
        return gap.filling()
                .map(filling -> gap.filled(new SourceGap.Filling(
                        filling.at(), filling.outcome(), Optional.of(new Unread(numberOf(gap), nodes)))))
                .orElse(gap);
    }

    private static long numberOf(SourceGap gap) {
        return gap.filling()
                .flatMap(SourceGap.Filling::unread)
                .map(Unread::number)
                .orElse(0L);
    }

    /** A cut as its row says; the row knows how many nodes were not read, and not which. */
    private static SourceGap gap(ResultSet row) throws SQLException {
        Optional<Instant> to = Sql.optionalInstant(row, "to_at");
        Optional<Instant> filledAt = Sql.optionalInstant(row, "filled_at");
        return new SourceGap(
                new Mn(row.getString("source")),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "lost"),
                row.getString("reason"),
                Sql.optionalInstant(row, "heard_until"),
                row.getLong("read_back"),
                to.isEmpty() ? Optional.empty() : Optional.of(new SourceGap.End(to.get(), row.getString("how"))),
                filledAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SourceGap.Filling(
                                filledAt.get(),
                                row.getString("outcome"),
                                Sql.optionalLong(row, "unread").map(number -> new Unread(number, List.of())))));
    }
}
