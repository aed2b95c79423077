package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one version of a mark says.
 *
 * @param outlet of which outlet
 * @param kind what it says
 * @param span for which time
 * @param factors of which factors; empty for all of the outlet
 * @param reason why, in the enterprise's words
 * @param proofs files that prove it
 */
public record MarkContent(
        OutletId outlet, MarkCode kind, Window span, Set<FactorCode> factors, String reason, List<ProofFile> proofs) {

    public MarkContent {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a mark says why");
        }
        factors = Collections.unmodifiableSet(new TreeSet<>(factors));
        proofs = List.copyOf(proofs);
    }

    /** Whether it speaks of any part of an hour of its outlet, whatever the factor. */
    public boolean touches(FactorHour hour) {
        return outlet.equals(hour.outlet()) && span.overlap(hour.window()).compareTo(Duration.ZERO) > 0;
    }

    /** Whether it speaks of a factor. */
    public boolean names(FactorCode factor) {
        return factors.isEmpty() || factors.contains(factor);
    }

    /**
     * The first instant of which this says something else than another version; empty if there is none. Reason and proofs
     * do not count: they change nothing in any hour.
     */
    public Optional<Instant> firstDifference(MarkContent other) {
        if (!kind.equals(other.kind) || !factors.equals(other.factors) || !outlet.equals(other.outlet)) {
            return Optional.of(earlier(span.start(), other.span.start()));
        }
        if (!span.start().equals(other.span.start())) {
            return Optional.of(earlier(span.start(), other.span.start()));
        }
        return span.end().equals(other.span.end())
                ? Optional.empty()
                : Optional.of(earlier(span.end(), other.span.end()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
