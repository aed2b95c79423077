package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How long the history keeps values of each span; a span that is not named is kept for good. */
public record Retention(Map<Span, Duration> ages) {

    public Retention {
        ages = Map.copyOf(ages);
        ages.forEach((span, age) -> {
            if (age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException("history retention of " + span + " must be positive: " + age);
            }
        });
    }

    /** A week of instants, three months of minutes; hours and days for good. */
    public static Retention defaults() {
        return new Retention(Map.of(Span.REALTIME, Duration.ofDays(7), Span.MINUTE, Duration.ofDays(92)));
    }

    /** The instant before which values of this span are dropped; never, if the span is kept for good. */
    Instant horizon(Span span, Instant now) {
        Duration age = ages.get(span);
        return age == null ? Instant.MIN : now.minus(age);
    }
}
