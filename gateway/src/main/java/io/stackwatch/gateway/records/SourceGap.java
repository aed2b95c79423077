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
 * @param heardUntil by the source's clock, up to when everything was accounted for; empty before it gave values again, or
 *     if it never had
 * @param readBack how many values were read back so far, by however many readings
 * @param end when it gave values again; empty while it does not
 * @param filling what came of reading back; empty until nothing more is to come
 */
public record SourceGap(
        Mn source,
        Instant from,
        Instant lost,
        String reason,
        Optional<Instant> heardUntil,
        long readBack,
        Optional<End> end,
        Optional<Filling> filling) {

    /** A cut that was just found. */
    public static SourceGap found(Mn source, Instant from, Instant lost, String reason) {
        return new SourceGap(source, from, lost, reason, Optional.empty(), 0, Optional.empty(), Optional.empty());
    }

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
     * @param unread the nodes that were not read to the end; empty where it was not noted
     */
    public record Filling(Instant at, String outcome, Optional<Unread> unread) {}

    /** The same cut, ended; where it begins for the source is known since it ended first. */
    public SourceGap ended(Instant to, String how, Optional<Instant> heard) {
        return new SourceGap(
                source,
                from,
                lost,
                reason,
                heardUntil.or(() -> heard),
                readBack,
                Optional.of(new End(to, how)),
                filling);
    }

    /** The same cut, which goes on: it was cut again before a word was heard, and is one with what follows. */
    public SourceGap goingOn() {
        return new SourceGap(source, from, lost, reason, heardUntil, readBack, Optional.empty(), Optional.empty());
    }

    /** The same cut, with more values read back. */
    public SourceGap withMore(long values) {
        return new SourceGap(source, from, lost, reason, heardUntil, readBack + values, end, filling);
    }

    /** The same cut, with nothing more to come. */
    public SourceGap filled(Filling what) {
        return new SourceGap(source, from, lost, reason, heardUntil, readBack, end, Optional.of(what));
    }
}
