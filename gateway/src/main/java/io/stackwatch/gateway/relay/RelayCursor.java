package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItems;
import io.stackwatch.gateway.relay.target.RelayTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a relay has read. The place that counts is in the ledger's transactions; the journal's cursor follows it, and a
 * second one stands before the oldest frame that is open, so that retention takes nothing that is still to be sent.
 *
 * <p>Written by the relay's thread, read by anybody.
 */
final class RelayCursor {

    /** How names of cursors of relays begin. */
    static final String PREFIX = "relay-";

    private static final Logger LOG = LoggerFactory.getLogger(RelayCursor.class);

    private final RelayTarget target;
    private final Journal journal;
    private final RecordStore store;
    private final JournalCursor cursor;
    private volatile long place;
    private volatile Optional<Instant> oldestOpen = Optional.empty();

    private RelayCursor(RelayTarget target, Journal journal, RecordStore store, JournalCursor cursor, long place) {
        this.target = target;
        this.journal = journal;
        this.store = store;
        this.cursor = cursor;
        this.place = place;
    }

    /** Takes up the place of a target, or gives it its first one. */
    static RelayCursor begin(RelayTarget target, Journal journal, RecordStore store, Instant now) {
        long head = journal.head();
        long first = target.start() == RelayTarget.Start.NOW ? head : journal.tail() - 1;
        CursorPlace kept =
                store.write(handle -> CursorPlace.find(handle, nameOf(target)).orElseGet(() -> {
                    CursorPlace start = new CursorPlace(first, now);
                    start.save(handle, nameOf(target));
                    return start;
                }));
        if (kept.position() > head) {
            LOG.error(
                    "relay={} position={} is behind the journal's end {}: it goes on from there",
                    target.name(),
                    kept.position(),
                    head);
        }
        long place = Math.min(kept.position(), head);
        JournalCursor cursor = journal.cursor(nameOf(target), StartAt.HEAD);
        cursor.rewindTo(place);
        RelayCursor begun = new RelayCursor(target, journal, store, cursor, place);
        begun.move();
        return begun;
    }

    /** The name of a target's cursor. */
    static String nameOf(RelayTarget target) {
        return PREFIX + target.name();
    }

    /** The name of the cursor before a target's oldest open frame. */
    static String pinOf(RelayTarget target) {
        return PREFIX + "-" + target.name();
    }

    String name() {
        return nameOf(target);
    }

    /** The last journal record that was looked at. */
    long place() {
        return place;
    }

    /** When the oldest frame arrived that is not done; as of the last {@link #move}. */
    Optional<Instant> oldestOpen() {
        return oldestOpen;
    }

    /** The next records; none if there are none. */
    List<JournalRecord> next(int max) throws InterruptedException {
        return cursor.next(max, Duration.ZERO);
    }

    /** What was read up to here is committed. */
    void dealtWith(long sequence) {
        place = sequence;
    }

    /** What was read and not committed comes again. */
    void back() {
        cursor.rewindTo(place);
    }

    /** Lets the journal know. */
    void move() {
        if (place > cursor.position()) {
            cursor.advanceTo(place);
        }
        String name = target.name().value();
        Optional<RelayItem> oldest = store.read(handle -> RelayItems.oldest(handle, name));
        oldestOpen = oldest.map(RelayItem::arrivedAt);
        long needed = oldest.map(item -> item.sequence() - 1).orElse(place);
        JournalCursor pin = journal.cursor(pinOf(target), StartAt.TAIL);
        if (pin.position() != needed) {
            pin.rewindTo(needed);
        }
    }
}
