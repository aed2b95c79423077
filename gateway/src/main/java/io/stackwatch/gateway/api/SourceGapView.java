package io.stackwatch.gateway.api;

import io.stackwatch.gateway.records.SourceGap;
import java.time.Instant;
import java.util.Optional;

/** A cut of a source as the interface shows it. */
record SourceGapView(
        Instant from,
        Instant foundAt,
        String reason,
        Optional<Instant> until,
        Optional<String> how,
        Optional<Instant> filledAt,
        Optional<String> outcome,
        Optional<Long> readBack) {

    static SourceGapView of(SourceGap gap) {
        return new SourceGapView(
                gap.from(),
                gap.lost(),
                gap.reason(),
                gap.end().map(SourceGap.End::to),
                gap.end().map(SourceGap.End::how),
                gap.filling().map(SourceGap.Filling::at),
                gap.filling().map(SourceGap.Filling::outcome),
                gap.filling().map(SourceGap.Filling::readBack));
    }
}
