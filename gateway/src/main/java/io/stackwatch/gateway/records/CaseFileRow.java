package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A case file as it was opened.
 *
 * @param number orders all files of the city
 * @param subject what it is about
 * @param outlet of the candidate case, if it grew from one
 * @param factor of the candidate case likewise
 * @param repeatSince the first day on which a fine of the same enterprise makes this a repetition; empty for a county
 * @param openedAt when
 * @param openedBy by whom
 * @param reason why
 */
public record CaseFileRow(
        long number,
        FileSubject subject,
        Optional<OutletId> outlet,
        Optional<FactorCode> factor,
        Optional<LocalDate> repeatSince,
        Instant openedAt,
        String openedBy,
        String reason) {}
