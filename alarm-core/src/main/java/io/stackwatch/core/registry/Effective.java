package io.stackwatch.core.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * Half-open stretch of time {@code [from, until)} during which a registered fact or a rule holds.
 *
 * @param from first instant at which it holds
 * @param until first instant at which it no longer holds; empty while no end is known
 */
public record Effective(Instant from, Optional<Instant> until) {

    /** For facts whose dates are not known: holds over the whole time this system can speak of. */
    public static final Effective ALWAYS = since(Instant.parse("1900-01-01T00:00:00Z"));

    public Effective {
        if (until.isPresent() && !from.isBefore(until.get())) {
            throw new IllegalArgumentException("ends at " + until.get() + ", not after its start " + from);
        }
    }

    /** From an instant on, without a known end. */
    public static Effective since(Instant from) {
        return new Effective(from, Optional.empty());
    }

    /** From an instant on, up to but without another. */
    public static Effective between(Instant from, Instant until) {
        return new Effective(from, Optional.of(until));
    }

    /** Whether it holds at an instant. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && until.map(instant::isBefore).orElse(true);
    }

    /** Whether there is an instant at which both hold. */
    public boolean overlaps(Effective other) {
        return until.map(other.from::isBefore).orElse(true)
                && other.until.map(from::isBefore).orElse(true);
    }
}
