package io.stackwatch.gateway.records;

import java.time.Instant;

/**
 * A row of the audit trail.
 *
 * @param number from 1, without a gap
 * @param at when, to the millisecond
 * @param actor who
 * @param role as what
 * @param act what was done
 * @param subject about what, such as {@code case-file:1f0c}
 * @param reason why
 * @param content SHA-256 of what was done in full, as 64 hexadecimal digits
 * @param previous SHA-256 of the row before; 64 zeros before the first
 * @param sha256 SHA-256 of this row, with {@code previous}
 */
public record TrailRow(
        long number,
        Instant at,
        String actor,
        String role,
        String act,
        String subject,
        String reason,
        String content,
        String previous,
        String sha256) {}
