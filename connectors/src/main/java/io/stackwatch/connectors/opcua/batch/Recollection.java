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
    private final LiveSpans spans = new LiveSpans();
    /** What was read of each node for the last cut, open or filled. */
    private Map<String, ReadBack> readBack = new HashMap<>();
    /** The same for the cut before: a server may still have that in a queue. */
    private Map<String, ReadBack> readBackBefore = Map.of();

    private @Nullable Instant heardUntil;
    private @Nullable Instant openFrom;
    private long broughtBack;

    /** Takes a batch of the journal, in the order in which they stand there. */
    public void add(Batch batch) {
        filter.fresh(batch.values());
        note(batch);
    }

    /** Takes a batch whose values have just come through {@link #fresh} or {@link #freshOfHistory}. */
    public void note(Batch batch) {
        batch.match(this::live, this::alive, lost -> this, this::resumed, this::history, this::filled);
    }

    /** By the server's clock, the last message, or the end of the last cut that was filled. */
    public Optional<Instant> heardUntil() {
        return Optional.ofNullable(heardUntil);
    }

    /** By the server's clock, the begin of the oldest cut that is not filled yet; empty if there is none. */
    public Optional<Instant> openFrom() {
        return Optional.ofNullable(openFrom);
    }

    /** How many values were read back for cuts that are not filled yet, by however many readings and starts of ours. */
    public long broughtBack() {
        return broughtBack;
    }

    /** Up to when the history of a node has been read for the last cut. */
    public Optional<Instant> readUntil(String node) {
        return Optional.ofNullable(readBack.get(node)).map(ReadBack::last);
    }

    /**
     * Of values of a message those that were not there before, in their order; from now on they were. What the history of the
     * last cut has brought does not come again because the server still had it in a queue.
     */
    public List<NodeValue> fresh(List<NodeValue> values) {
        return filter.fresh(values.stream().filter(value -> !wasReadBack(value)).toList());
    }

    /** Of values of history those that were not there before, lie behind what has been read and did not come live; from now on they were. */
    public List<NodeValue> freshOfHistory(List<NodeValue> values) {
        return filter.fresh(values.stream().filter(this::isBehind).toList());
    }

    private boolean wasReadBack(NodeValue value) {
        return value.sourceTime()
                .map(time -> covers(readBack, value.node(), time) || covers(readBackBefore, value.node(), time))
                .orElse(false);
    }

    private boolean isBehind(NodeValue value) {
        ReadBack read = readBack.get(value.node());
        return value.sourceTime()
                .map(time -> (read == null || read.last().isBefore(time))
                        && !covers(readBackBefore, value.node(), time)
                        && !spans.covers(value.node(), time))
                .orElse(true);
    }

    private static boolean covers(Map<String, ReadBack> readBack, String node, Instant time) {
        ReadBack read = readBack.get(node);
        return read != null && read.covers(time);
    }

    private Recollection live(Batch.Live live) {
        heard(live.publishedAt());
        for (NodeValue value : live.values()) {
            value.sourceTime().ifPresent(time -> spans.add(value.node(), time));
        }
        return this;
    }

    private Recollection alive(Batch.Alive alive) {
        heard(alive.publishedAt());
        return this;
    }

    private Recollection resumed(Batch.Resumed resumed) {
        spans.cut();
        if (openFrom == null) {
            openFrom = resumed.heardUntil().orElse(null);
            broughtBack = 0;
            readBackBefore = readBack;
            readBack = new HashMap<>();
        }
        return this;
    }

    private Recollection history(Batch.History history) {
        broughtBack += history.values().size();
        for (NodeValue value : history.values()) {
            value.sourceTime().ifPresent(time -> readBack.merge(value.node(), new ReadBack(time, time), ReadBack::and));
        }
        return this;
    }

    private Recollection filled(Batch.Filled filled) {
        openFrom = null;
        broughtBack = 0;
        spans.forgetEarlier();
        // until then everything is accounted for: another cut begins there, though no message came in between
        heard(filled.to());
        return this;
    }

    private void heard(Instant publishedAt) {
        if (heardUntil == null || publishedAt.isAfter(heardUntil)) {
            heardUntil = publishedAt;
        }
    }

    private record ReadBack(Instant first, Instant last) {

        ReadBack and(ReadBack more) {
            return new ReadBack(
                    more.first().isBefore(first) ? more.first() : first,
                    more.last().isAfter(last) ? more.last() : last);
        }

        boolean covers(Instant time) {
            return !time.isBefore(first) && !time.isAfter(last);
        }
    }
}
