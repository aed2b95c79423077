package io.stackwatch.gateway.journal;

import java.time.Duration;
import java.util.List;

/**
 * A reader's place in the journal, kept under a name across restarts.
 *
 * <p>For one reader thread at a time. The place moves only when the reader says so ({@link #advanceTo}), after it has done
 * with the records whatever it does: a reader that dies sees them again.
 */
public interface JournalCursor {

    /** The name under which the place is kept. */
    String name();

    /** The last sequence number that was dealt with. */
    long position();

    /**
     * The next records behind those already handed out since opening or rewinding, at most {@code max}; waits up to
     * {@code patience} for the first one and returns an empty list if none comes.
     */
    List<JournalRecord> next(int max, Duration patience) throws InterruptedException;

    /** Everything up to and including this sequence number is dealt with. Durable on return. */
    void advanceTo(long sequence);

    /** Continues behind this sequence number, which may lie before or after the present place. Durable on return. */
    void rewindTo(long sequence);
}
