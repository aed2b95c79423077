package io.stackwatch.gateway.judgement;

import io.stackwatch.gateway.records.CursorPlace;
import java.time.Instant;

/**
 * The core cursor's line of time inside one transaction: it moves with the arrival of records and with the deadlines between
 * them, never backwards, and never by itself.
 */
final class Timeline {

    private Instant asOf;

    Timeline(CursorPlace place) {
        this.asOf = place.asOf();
    }

    Instant asOf() {
        return asOf;
    }

    /** Moves to an instant, or stays if that is past. */
    Instant moveTo(Instant instant) {
        if (instant.isAfter(asOf)) {
            asOf = instant;
        }
        return asOf;
    }
}
