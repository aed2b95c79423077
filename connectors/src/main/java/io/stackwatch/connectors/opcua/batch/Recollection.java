package io.stackwatch.connectors.opcua.batch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source from its batches: how far it was heard, which cut is not filled yet, and which values were
 * there. Folding the same batches gives the same knowledge, so after a start it is made anew from the journal.
 *
 * <p>How much of the journal is enough: from the last {@code FILLED} on, or from the last {@code RESUMED} without one; and some
 * minutes before. Less never loses a value, it only lets some come twice. Not safe for use by several threads.
 */
public final class Recollection {

    private final OnceFilter filter = new OnceFilter();
    private final Map<String, Instant> readUntil = new HashMap<>();
    private @Nullable Instant heardUntil;
    private @Nullable Instant openFrom;

    /** Takes a batch of the journal, in the order in which they stand there. */
    public void add(Batch batch) {
        filter.fresh(batch.values());
        note(batch);
    }

    /** Takes a batch whose values have just come through {@link #fresh} or {@link #freshOfHistory}. */
    public void note(Batch batch) {
        batch.match(this::live, this::alive, lost -> this, this::resumed, this::history, this::filled);
    }

    /** By the server's clock, the last message. */
    public Optional<Instant> heardUntil() {
        return Optional.ofNullable(heardUntil);
    }

    /** By the server's clock, the begin of the oldest cut that is not filled yet; empty if there is none. */
    public Optional<Instant> openFrom() {
        return Optional.ofNullable(openFrom);
    }

    /** Up to when the history of a node has been read for the open cut. */
    public Optional<Instant> readUntil(String node) {
        return Optional.ofNullable(readUntil.get(node));
    }

    /** The values that were not there before, in their order; from now on they were. */
    public List<NodeValue> fresh(List<NodeValue> values) {
        return filter.fresh(values);
    }

    /** Of values of history those that were not there before and lie behind what has been read; from now on they were. */
    public List<NodeValue> freshOfHistory(List<NodeValue> values) {
        return filter.fresh(values.stream().filter(this::isBehind).toList());
    }

    private boolean isBehind(NodeValue value) {
        Instant until = readUntil.get(value.node());
        return until == null || value.sourceTime().map(until::isBefore).orElse(true);
    }

    private Recollection live(Batch.Live live) {
        heard(live.publishedAt());
        return this;
    }

    private Recollection alive(Batch.Alive alive) {
        heard(alive.publishedAt());
        return this;
    }

    private Recollection resumed(Batch.Resumed resumed) {
        if (openFrom == null) {
            openFrom = resumed.heardUntil().orElse(null);
        }
        return this;
    }

    private Recollection history(Batch.History history) {
        for (NodeValue value : history.values()) {
            value.sourceTime()
                    .ifPresent(time ->
                            readUntil.merge(value.node(), time, (before, now) -> now.isAfter(before) ? now : before));
        }
        return this;
    }

    private Recollection filled(Batch.Filled filled) {
        openFrom = null;
        readUntil.clear();
        return this;
    }

    private void heard(Instant publishedAt) {
        if (heardUntil == null || publishedAt.isAfter(heardUntil)) {
            heardUntil = publishedAt;
        }
    }
}
