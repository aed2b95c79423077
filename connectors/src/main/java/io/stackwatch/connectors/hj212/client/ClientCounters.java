package io.stackwatch.connectors.hj212.client;

/**
 * What a client has done since it was made.
 *
 * @param connects connections that came to stand
 * @param failedConnects attempts that did not
 * @param written frames written, resends included
 * @param acknowledged frames that were answered
 * @param resent frames written again because no answer came in time
 * @param unanswered frames given up
 * @param strayReplies answers that nobody waited for
 * @param requests frames that were no answer: what the host asked or ordered
 * @param garbled incoming bytes that were no whole frame, counted per fault, and answers with a wrong checksum
 */
public record ClientCounters(
        long connects,
        long failedConnects,
        long written,
        long acknowledged,
        long resent,
        long unanswered,
        long strayReplies,
        long requests,
        long garbled) {}
