package io.stackwatch.gateway.plant;

import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the journal knows of a source when its line is opened: how far it was heard, which cut is open, which values were there.
 *
 * <p>Reads the half hour before the source was heard last, so that little is read of a source that has been alive for years.
 * A cut that has been read back for longer than that when the gateway dies is begun anew from where it was heard last.
 */
public final class Recollections implements Function<Mn, Recollection> {

    /** Longer than any server keeps history for us. */
    private static final Duration HORIZON = Duration.ofDays(400);

    private static final Duration ENOUGH = Duration.ofMinutes(30);
    private static final int PAGE = 500;

    private final Journal journal;
    private final Clock clock;

    public Recollections(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Recollection apply(Mn source) {
        Recollection known = new Recollection();
        Optional<Instant> from = lastHeard(source).map(last -> last.minus(ENOUGH));
        if (from.isEmpty()) {
            return known;
        }
        List<JournalRecord> page = journal.find(source, from.get(), future(), PAGE);
        while (!page.isEmpty()) {
            page.forEach(record -> add(known, record));
            page = journal.findAfter(source, page.get(page.size() - 1).sequence(), PAGE);
        }
        return known;
    }

    private static void add(Recollection known, JournalRecord record) {
        BatchCodec.decode(record.arrival().bytes()).batch().ifPresent(known::add);
    }

    /** A time at most {@link #ENOUGH} before the last record; empty if there is none. */
    private Optional<Instant> lastHeard(Mn source) {
        Instant until = future();
        Instant from = clock.instant().minus(ENOUGH);
        while (nothing(source, from, until)) {
            if (from.isBefore(until.minus(HORIZON))) {
                return Optional.empty();
            }
            from = until.minus(Duration.between(from, until).multipliedBy(2));
        }
        while (Duration.between(from, until).compareTo(ENOUGH) > 0) {
            Instant middle = from.plus(Duration.between(from, until).dividedBy(2));
            if (nothing(source, middle, until)) {
                until = middle;
            } else {
                from = middle;
            }
        }
        return Optional.of(from);
    }

    private boolean nothing(Mn source, Instant from, Instant until) {
        return journal.find(source, from, until, 1).isEmpty();
    }

    /** Behind every record, also those of a clock that was ahead a little. */
    private Instant future() {
        return clock.instant().plus(Duration.ofDays(1));
    }
}
