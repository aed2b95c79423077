package io.stackwatch.gateway.backfill;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/** How a logger is asked for its history. Implementations may answer from any thread's store and never wait. */
public interface HistoryRequests {

    /** Whether, and since when, a station is connected. */
    Optional<Instant> connectedSince(Mn station);

    /**
     * Asks a station for what it keeps of a period, both ends inclusive.
     *
     * @param command 2061 for hours, 2051 for minutes
     * @param begin label of the first interval
     * @param end label of the last interval
     * @return the exchange that carries the request, or why none was made
     */
    Asked ask(Mn station, int command, Instant begin, Instant end);

    /** How an exchange ended; empty while it is under way. */
    Optional<Ending> ending(String exchange);

    /**
     * What became of the wish to ask.
     *
     * @param exchange the exchange; empty if none was made
     * @param whyNot why none was made; empty text otherwise
     */
    record Asked(Optional<String> exchange, String whyNot) {}

    /**
     * How an exchange ended.
     *
     * @param outcome the state in which it ended, such as {@code DONE} or {@code NO_ANSWER}
     * @param words the same for people, with the logger's result code if it gave one
     * @param reached whether the logger was reached at all: an attempt that never left does not count as one
     */
    record Ending(String outcome, String words, boolean reached) {}
}
