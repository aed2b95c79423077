package io.stackwatch.gateway.records;

import java.time.Instant;

/**
 * How a station speaks in one respect, as it is heard.
 *
 * @param station its MN
 * @param aspect in which respect
 * @param value how it speaks
 * @param sinceAt since when, shown by the record {@code sinceSequence}
 * @param candidate another value that was heard lately without one of the old in between; empty for none
 * @param candidateAt when it was heard first, in the record {@code candidateSequence}
 * @param candidateTimes how often in a row
 */
public record BehaviourRow(
        String station,
        String aspect,
        String value,
        Instant sinceAt,
        long sinceSequence,
        String candidate,
        Instant candidateAt,
        long candidateSequence,
        int candidateTimes) {}
