package io.stackwatch.core.alarm;

import java.time.Instant;
import java.util.Optional;

/**
 * That an alarm does not ask for attention for now; {@link AlarmState#attention} says in which way.
 *
 * @param by who put it so; the machine for a suppression
 * @param at when
 * @param why in words
 * @param until when it asks again by itself; always there for a shelved one
 * @param cause what explains a suppressed one, as {@link SuppressionCause#text} wrote it; empty for the other ways
 */
public record Abeyance(String by, Instant at, String why, Optional<Instant> until, Optional<String> cause) {

    /** Whether its time is over. */
    public boolean over(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }
}
