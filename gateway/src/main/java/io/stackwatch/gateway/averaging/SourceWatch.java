package io.stackwatch.gateway.averaging;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.core.averaging.Hold;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.MadeSource;
import io.stackwatch.gateway.records.SourceGap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which sources are alive since when and until when, and every cut with both ends. Follows the batches alone: the same
 * batches give the same answers. For one thread.
 */
final class SourceWatch {

    /** A cut that no batch announced: the process died, and the source was resumed. */
    private static final String NOT_WATCHED = "NOT_WATCHED";

    private final Map<Mn, MadeSource> sources = new HashMap<>();
    private final Map<Mn, List<SourceGap>> unfilled = new HashMap<>();
    private final Map<Mn, MadeSource> changedSources = new LinkedHashMap<>();
    private final Map<List<Object>, SourceGap> changedGaps = new LinkedHashMap<>();

    SourceWatch(Collection<MadeSource> known, Collection<SourceGap> gaps) {
        known.forEach(source -> sources.put(source.source(), source));
        gaps.forEach(gap -> unfilled.computeIfAbsent(gap.source(), source -> new ArrayList<>(1))
                .add(gap));
    }

    /** A batch of a living subscription came: how far it is alive with it. */
    Hold.Alive alive(Mn source, Instant arrivedAt) {
        MadeSource before = of(source);
        Instant since = before.since().orElse(arrivedAt);
        Instant known = before.until().filter(since::isBefore).orElse(since);
        Instant until = arrivedAt.isAfter(known) ? arrivedAt : known;
        put(new MadeSource(source, Optional.of(since), Optional.of(until)));
        return new Hold.Alive(since, known, until);
    }

    /** The source cannot be reached. */
    void lost(Batch.Lost lost, Instant arrivedAt) {
        cut(lost.source(), arrivedAt, lost.reason());
    }

    /** The source gives values again; nothing more of a cut that was open. */
    void resumed(Batch.Resumed resumed, Instant arrivedAt) {
        Mn source = resumed.source();
        if (of(source).since().isPresent()) {
            cut(source, arrivedAt, NOT_WATCHED);
        } else if (of(source).until().isEmpty() && resumed.heardUntil().isPresent()) {
            // heard of before there was anybody to keep it
            put(new MadeSource(source, Optional.empty(), resumed.heardUntil()));
            cut(source, arrivedAt, NOT_WATCHED);
        }
        for (SourceGap gap : List.copyOf(unfilled.getOrDefault(source, List.of()))) {
            if (gap.end().isEmpty()) {
                replace(gap, gap.ended(arrivedAt, resumed.how().name(), resumed.heardUntil()));
            }
        }
        put(new MadeSource(source, Optional.of(arrivedAt), of(source).until()));
    }

    /** Values that were read back: each counts for the newest of the cuts that it can lie in. */
    void readBack(Batch.History history) {
        List<SourceGap> ended = unfilled.getOrDefault(history.source(), List.of()).stream()
                .filter(gap -> gap.end().isPresent())
                .sorted(Comparator.comparing(SourceGap::from))
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        long[] counts = new long[ended.size()];
        history.values().forEach(value -> counts[cutOf(value, ended)]++);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                replace(ended.get(i), ended.get(i).withMore(counts[i]));
            }
        }
    }

    /** Both ends by the source's clock: what ours says is no help where that is off. */
    private static int cutOf(NodeValue value, List<SourceGap> ended) {
        Optional<Instant> time = value.sourceTime().or(value::serverTime);
        int cut = 0;
        for (int i = 1; i < ended.size() && time.isPresent(); i++) {
            Instant at = time.get();
            if (ended.get(i).heardUntil().filter(at::isAfter).isPresent()) {
                cut = i;
            }
        }
        return cut;
    }

    /** Nothing more will be read back for the cuts that are over. */
    void filled(Batch.Filled filled, Instant arrivedAt) {
        for (SourceGap gap : List.copyOf(unfilled.getOrDefault(filled.source(), List.of()))) {
            if (gap.end().isPresent()) {
                replace(
                        gap,
                        gap.filled(new SourceGap.Filling(
                                arrivedAt, filled.outcome().name(), unread(filled))));
            }
        }
    }

    /** Which nodes were not read; empty if some were not and the batch is older than the note about it. */
    private static Optional<Unread> unread(Batch.Filled filled) {
        boolean noted =
                filled.outcome() == Batch.Outcome.COMPLETE || !filled.unread().isNone();
        return noted ? Optional.of(filled.unread()) : Optional.empty();
    }

    /** Until when nothing more is to be expected of a source, late values aside; empty if it never had anything. */
    Optional<Instant> decidedUntil(Mn source) {
        Optional<Instant> cut = unfilled.getOrDefault(source, List.of()).stream()
                .map(SourceGap::from)
                .min(Instant::compareTo);
        return of(source).until().map(until -> cut.filter(until::isAfter).orElse(until));
    }

    /** Whether something may still be read back. */
    boolean isBeingFilled(Mn source) {
        return !unfilled.getOrDefault(source, List.of()).isEmpty();
    }

    Collection<MadeSource> changedSources() {
        return changedSources.values();
    }

    Collection<SourceGap> changedGaps() {
        return changedGaps.values();
    }

    /** What has changed is kept. */
    void saved() {
        changedSources.clear();
        changedGaps.clear();
    }

    private MadeSource of(Mn source) {
        return sources.getOrDefault(source, new MadeSource(source, Optional.empty(), Optional.empty()));
    }

    private void put(MadeSource source) {
        sources.put(source.source(), source);
        changedSources.put(source.source(), source);
    }

    private void cut(Mn source, Instant foundAt, String reason) {
        MadeSource before = of(source);
        put(new MadeSource(source, Optional.empty(), before.until()));
        List<SourceGap> gaps = unfilled.computeIfAbsent(source, absent -> new ArrayList<>(1));
        if (gaps.stream().anyMatch(gap -> gap.end().isEmpty())) {
            return;
        }
        Instant from = before.until().orElse(foundAt);
        Optional<SourceGap> same =
                gaps.stream().filter(gap -> gap.from().equals(from)).findFirst();
        if (same.isPresent()) {
            replace(same.get(), same.get().goingOn());
            return;
        }
        // a cut that is filled has its row: what comes behind it without a word between is another one
        Instant begin = before.since().filter(from::isBefore).orElse(from);
        SourceGap gap = SourceGap.found(source, begin, foundAt, reason);
        gaps.add(gap);
        changed(gap);
    }

    private void replace(SourceGap before, SourceGap after) {
        List<SourceGap> gaps = unfilled.getOrDefault(before.source(), new ArrayList<>());
        gaps.remove(before);
        if (after.filling().isEmpty()) {
            gaps.add(after);
        }
        changed(after);
    }

    private void changed(SourceGap gap) {
        changedGaps.put(List.of(gap.source(), gap.from()), gap);
    }
}
