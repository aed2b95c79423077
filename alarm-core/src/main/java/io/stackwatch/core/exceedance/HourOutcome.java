package io.stackwatch.core.exceedance;

import java.time.Instant;
import java.util.Optional;

/**
 * The short form of an hour's latest verdict, as the episodes of alarms and cases need it.
 *
 * @param hour start of the hour
 * @param outcome which variant
 * @param ratio by how many times it exceeds; present exactly for {@link Outcome#EXCEEDS}
 */
public record HourOutcome(Instant hour, Outcome outcome, Optional<Fraction> ratio) {

    public HourOutcome {
        if (ratio.isPresent() != (outcome == Outcome.EXCEEDS)) {
            throw new IllegalArgumentException("a ratio belongs to EXCEEDS and to nothing else: " + outcome);
        }
    }

    /** The short form of a verdict. */
    public static HourOutcome of(Instant hour, Verdict verdict) {
        return new HourOutcome(
                hour,
                verdict.outcome(),
                verdict.match(w -> Optional.empty(), e -> Optional.of(e.ratio()), n -> Optional.empty()));
    }
}
