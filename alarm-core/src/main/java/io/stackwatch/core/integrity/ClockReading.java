package io.stackwatch.core.integrity;

import io.stackwatch.core.evidence.EvidenceRef;
import java.time.Duration;
import java.time.Instant;

/**
 * What a logger's clock said when a live frame was sent, beside when the frame was here. Only of frames that were sent in their
 * time: a backlog says nothing of a clock.
 *
 * @param said by the logger's clock
 * @param arrived by ours
 * @param evidence the frame
 */
public record ClockReading(Instant said, Instant arrived, EvidenceRef evidence) {

    /** How far the logger is ahead of us; below zero it is behind, by its clock or by the way that the frame took. */
    Duration ahead() {
        return Duration.between(arrived, said);
    }
}
