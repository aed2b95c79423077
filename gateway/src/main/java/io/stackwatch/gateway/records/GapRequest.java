package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Optional;

/**
 * One request to a logger for hours that were missing, and what came of it.
 *
 * @param exchange the exchange that carries it
 * @param station who is asked
 * @param outlet whose hours are missing
 * @param command 2061 for hours, 2051 for the minutes that prove them
 * @param firstHour start of the first hour asked for
 * @param lastHour start of the last hour asked for
 * @param wanted figures (hours of factors) in between that were missing when it was asked
 * @param askedAt when
 * @param ended what came of it; empty while it is under way
 */
public record GapRequest(
        String exchange,
        Mn station,
        OutletId outlet,
        int command,
        Instant firstHour,
        Instant lastHour,
        int wanted,
        Instant askedAt,
        Optional<End> ended) {

    /**
     * The end of a request.
     *
     * @param outcome how the exchange ended
     * @param words the same for people
     * @param came of the wanted figures, how many are there now
     * @param at when
     */
    public record End(String outcome, String words, int came, Instant at) {}
}
