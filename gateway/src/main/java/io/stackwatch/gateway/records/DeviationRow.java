package io.stackwatch.gateway.records;

import java.time.Instant;

/**
 * One way in which a station deviates from the standard.
 *
 * @param station its MN
 * @param finding the name of the finding, or of the reason for which its frames are refused
 * @param firstAt when it was seen first of all, in the record {@code firstSequence}
 * @param sinceAt when the present spell began, in the record {@code sinceSequence}
 * @param lastAt when it was seen last, in the record {@code lastSequence}
 * @param times in how many frames
 */
public record DeviationRow(
        String station,
        String finding,
        Instant firstAt,
        long firstSequence,
        Instant sinceAt,
        long sinceSequence,
        Instant lastAt,
        long lastSequence,
        long times) {}
