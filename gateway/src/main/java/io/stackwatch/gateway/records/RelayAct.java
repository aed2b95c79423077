package io.stackwatch.gateway.records;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody has what arrived in a stretch of time sent again.
 *
 * @param number order of acts over all targets
 * @param target to whom
 * @param at when it was ordered
 * @param actor who ordered it
 * @param reason why
 * @param from frames that arrived at this instant or later
 * @param until and before this one
 * @param firstSequence where in the journal to look first
 * @param lastSequence where to look last
 * @param position how far it has been looked
 * @param entered frames entered so far
 * @param doneAt when all were entered
 */
public record RelayAct(
        long number,
        String target,
        Instant at,
        String actor,
        String reason,
        Instant from,
        Instant until,
        long firstSequence,
        long lastSequence,
        long position,
        long entered,
        Optional<Instant> doneAt) {}
