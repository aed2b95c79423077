package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Hours that an officer exempted from the duty to send: neither due nor counted.
 *
 * @param id number of the grant, never reused
 * @param outlet of which outlet; empty for the whole city
 * @param kind on which ground
 * @param span for which time
 * @param document number of the document it rests on
 * @param reason why, in the officer's words
 * @param grantedBy who
 * @param grantedAt when
 * @param revoked when it was taken back, if it was; it counts no more from then on, for any hour
 */
public record Exemption(
        long id,
        Optional<OutletId> outlet,
        Kind kind,
        Window span,
        String document,
        String reason,
        String grantedBy,
        Instant grantedAt,
        Optional<Instant> revoked) {

    public Exemption {
        if (document.isBlank() || reason.isBlank() || grantedBy.isBlank()) {
            throw new IllegalArgumentException("an exemption has a document, a reason and a name: " + id);
        }
    }

    /** On which ground hours are exempted. Names are stored and never change. */
    public enum Kind {
        /** Power cut (停电). */
        POWER_CUT,
        /** Force majeure (不可抗力). */
        FORCE_MAJEURE,
        /** A platform was out of order (平台故障). */
        PLATFORM_OUTAGE
    }

    /** Whether it counts for an hour, by what was known at an instant. */
    public boolean counts(FactorHour hour, Instant asOf) {
        return !grantedAt.isAfter(asOf)
                && revoked.filter(at -> !at.isAfter(asOf)).isEmpty()
                && outlet.map(hour.outlet()::equals).orElse(true)
                && span.overlap(hour.window()).compareTo(Duration.ZERO) > 0;
    }
}
