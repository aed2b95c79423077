package io.stackwatch.gateway.journal;

import io.stackwatch.core.registry.Mn;
import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The append-only record of everything that arrived: raw bytes, in order, hash-chained, kept for years.
 *
 * <p>One writer orders all appends; any number of named cursors read behind it, each at its own speed. All methods are
 * safe for use by several threads. Whoever opened a journal closes it; closing makes all that was appended durable.
 */
public interface Journal extends Closeable {

    /**
     * Hands over an arrival. Never blocks: the receipt is called exactly once, only after the record is durable, or with
     * the reason why it will not be. Records become durable, and their receipts are called, in order of appending, from a
     * thread of the journal; {@link Refusal#OVERLOADED} and {@link Refusal#CLOSED} are answered at once on the caller's
     * thread, for nothing may be queued then.
     *
     * @throws IllegalArgumentException if the arrival is longer than the journal's longest record
     */
    void append(Arrival arrival, Receipt receipt);

    /** The last durable sequence number; 0 for an empty journal. */
    long head();

    /** The first sequence number that retention has not removed; 1 for a new journal. */
    long tail();

    /** The record with this sequence number; empty if it was never written or is past retention. */
    Optional<JournalRecord> read(long sequence);

    /** Records of a station that arrived in {@code [from, until)}, oldest first, at most {@code limit}. */
    List<JournalRecord> find(Mn station, Instant from, Instant until, int limit);

    /**
     * Records of a station behind a sequence number, in order, at most {@code limit}. For one who goes through all that a
     * station left, however the clock was set meanwhile. A journal with an index answers from it.
     */
    default List<JournalRecord> findAfter(Mn station, long sequence, int limit) {
        List<JournalRecord> found = new ArrayList<>();
        for (long next = Math.max(sequence + 1, tail()); next <= head() && found.size() < limit; next++) {
            read(next)
                    .filter(record -> record.arrival().station().equals(Optional.of(station)))
                    .ifPresent(found::add);
        }
        return found;
    }

    /**
     * The cursor with this name, made at the tail if it is new and {@code startAt} says so. One cursor has one reader at a
     * time.
     */
    JournalCursor cursor(String name, StartAt startAt);

    /** Names and positions of all cursors, for lag metrics and for an operator. */
    List<CursorPosition> cursors();

    /**
     * Shows the digests ({@link FrameDigest}) of the last {@code count} accepted records, newest first, or of all there
     * are. A journal with an index answers from it.
     */
    default void recentAccepted(int count, DigestVisitor visitor) {
        int left = count;
        for (long sequence = head(); sequence >= tail() && left > 0; sequence--) {
            Optional<JournalRecord> found = read(sequence);
            if (found.isPresent() && found.get().arrival().disposition() == Arrival.Disposition.ACCEPTED) {
                visitor.digest(sequence, FrameDigest.of(found.get().arrival().bytes()));
                left--;
            }
        }
    }

    /** Who looks at digests of records. */
    @FunctionalInterface
    interface DigestVisitor {

        /** One record and the digest of its payload. */
        void digest(long sequence, long digest);
    }

    /** Where a cursor that did not exist before begins. */
    enum StartAt {
        /** At the oldest record that is kept. */
        TAIL,
        /** Behind the newest record: only what comes from now on. */
        HEAD
    }

    /** What the writer answers to one append. */
    interface Receipt {

        /** The record is durable under this sequence number. */
        void durable(long sequence);

        /** The record was not and will not be written; the peer must not be told that it was. */
        void refused(Refusal why);
    }

    /** Why an append was refused. */
    enum Refusal {
        /** The bounded queue in front of the writer is full. */
        OVERLOADED,
        /** The disk is full, or below the reserve that is kept for the operator. */
        DISK_FULL,
        /** The disk reported an error. */
        DISK_FAULT,
        /** The journal is closed or closing. */
        CLOSED
    }

    /** A cursor's name and the last sequence number that it has dealt with. */
    record CursorPosition(String name, long position) {}
}
