package io.stackwatch.gateway.records;

import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * A cut of a source, with both ends and what was done about it.
 *
 * @param source whose it is
 * @param from when we last heard of the source
 * @param lost when it was found out
 * @param reason why, in a word
 * @param end when it gave values again; empty while it does not
 * @param filling what came of reading back; empty until nothing more is to come
 */
public record SourceGap(
        Mn source, Instant from, Instant lost, String reason, Optional<End> end, Optional<Filling> filling) {

    /**
     * The end of a cut.
     *
     * @param to when it gave values again
     * @param how by which way
     */
    public record End(Instant to, String how) {}

    /**
     * What came of reading back.
     *
     * @param at when that was known
     * @param outcome in a word
     * @param readBack how many values came
     * @param unread the nodes that were not read to the end; empty where it was not noted
     */
    public record Filling(Instant at, String outcome, long readBack, Optional<Unread> unread) {}

    /** The same cut, ended. */
    public SourceGap ended(Instant to, String how) {
        return new SourceGap(source, from, lost, reason, Optional.of(new End(to, how)), filling);
    }

    /** The same cut, with nothing more to come. */
    public SourceGap filled(Filling what) {
        return new SourceGap(source, from, lost, reason, end, Optional.of(what));
    }
}
