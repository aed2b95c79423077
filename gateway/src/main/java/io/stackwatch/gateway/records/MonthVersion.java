package io.stackwatch.gateway.records;

import io.stackwatch.core.supervision.MonthEventKind;
import io.stackwatch.core.transmission.Variant;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * One version of the figures of a month, without the figures; never changed.
 *
 * @param month which month, in legal time
 * @param number from 1
 * @param kind what made it
 * @param countedAt when it was counted
 * @param cutoff what was known then was counted
 * @param program which version of the program counted
 * @param act the officer's act that made it; empty if the calendar did
 * @param digests SHA-256 of the canonical text of its figures, 64 lower-case hexadecimal digits, for each variant
 */
public record MonthVersion(
        YearMonth month,
        int number,
        MonthEventKind kind,
        Instant countedAt,
        Instant cutoff,
        String program,
        Optional<Act> act,
        Map<Variant, String> digests) {

    public MonthVersion {
        digests = Map.copyOf(digests);
    }
}
