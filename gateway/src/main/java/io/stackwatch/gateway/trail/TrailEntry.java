package io.stackwatch.gateway.trail;

import java.time.Instant;

/**
 * What is to be written into the trail.
 *
 * @param at when; kept to the millisecond
 * @param actor who; never blank
 * @param role as what
 * @param act what was done, a word of a closed set of its package
 * @param subject about what, {@code kind:id}
 * @param reason why; never blank
 * @param content what was done in full, as text; its digest is kept
 */
public record TrailEntry(
        Instant at, String actor, String role, String act, String subject, String reason, String content) {

    public TrailEntry {
        if (actor.isBlank() || role.isBlank() || act.isBlank() || subject.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a trail entry without who, what, about what or why: " + act + " of '"
                    + actor + "' about '" + subject + "'");
        }
    }
}
