package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.relay.Selection.Forward;

/** Who is told that a station answers a platform's request, within the relay's transaction. */
@FunctionalInterface
interface Answering {

    /** Nobody asks. */
    Answering NOBODY = (turn, record, forward, ask) -> {};

    /** A frame that answers {@code ask} is entered in this turn. */
    void answered(Turn turn, JournalRecord record, Forward forward, Ask ask);
}
