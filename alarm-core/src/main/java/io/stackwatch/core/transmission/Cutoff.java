package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;

/**
 * What is counted: that which was there by then (R-1-2). Both instants are the last that count.
 *
 * @param received reports that arrived until then
 * @param known marks, stops, grants and losses of control that counted then
 */
public record Cutoff(Instant received, Instant known) {

    /** Real-time (即时): reports within the grace after their hour, circumstances until the marking window of the day closes. */
    public static Cutoff realTime(FactorHour hour, CountTerms terms) {
        return new Cutoff(
                hour.end().plus(terms.grace()), terms.marksCloseAt(hour.start()).minusNanos(1));
    }

    /** Final (补全): everything until the month was frozen, or until a later instant as of which it is counted anew. */
    public static Cutoff at(Instant instant) {
        return new Cutoff(instant, instant);
    }

    /**
     * The cut-off of an hour in a variant.
     *
     * @param finalAt what became known later is in neither figure
     */
    public static Cutoff of(Variant variant, FactorHour hour, Instant finalAt, CountTerms terms) {
        return variant == Variant.REAL_TIME ? realTime(hour, terms).notAfter(finalAt) : at(finalAt);
    }

    private Cutoff notAfter(Instant instant) {
        return new Cutoff(received.isAfter(instant) ? instant : received, known.isAfter(instant) ? instant : known);
    }
}
