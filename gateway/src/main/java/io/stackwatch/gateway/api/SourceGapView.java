package io.stackwatch.gateway.api;

import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.gateway.records.SourceGap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A cut of a source as the interface shows it, wherever it does; what is not known yet is empty. */
record SourceGapView(
        Instant from,
        Instant foundAt,
        String reason,
        Optional<Instant> until,
        Optional<String> how,
        Optional<Instant> filledAt,
        Optional<String> outcome,
        Optional<Long> readBack,
        Optional<Long> unread,
        List<NodeStatus> unreadNodes) {

    static SourceGapView of(SourceGap gap) {
        Optional<Unread> unread = gap.filling().flatMap(SourceGap.Filling::unread);
        return new SourceGapView(
                gap.from(),
                gap.lost(),
                gap.reason(),
                gap.end().map(SourceGap.End::to),
                gap.end().map(SourceGap.End::how),
                gap.filling().map(SourceGap.Filling::at),
                gap.filling().map(SourceGap.Filling::outcome),
                gap.end().map(end -> gap.readBack()),
                unread.map(Unread::number),
                unread.map(Unread::named).orElse(List.of()).stream()
                        .map(node -> NodeStatus.of(node.node(), node.status()))
                        .toList());
    }
}
