package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.CaseFinding;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A candidate case as it was opened; names and region as registered now.
 *
 * @param id follows from outlet, factor and day
 * @param outlet where
 * @param factor of what
 * @param day legal day of the violation
 * @param openedAt when it was opened
 * @param hours how many hours it was opened on
 * @param limits the limits that were exceeded
 * @param atViolation the ground at the time of the violation, as text with its instrument and article
 * @param atOpening the ground if the act were of the day of opening
 * @param findings what an officer must see
 * @param outletName empty if the outlet is no longer registered
 * @param enterpriseName empty likewise
 * @param region empty likewise
 */
public record CaseRow(
        CaseId id,
        OutletId outlet,
        FactorCode factor,
        LocalDate day,
        Instant openedAt,
        int hours,
        List<LimitId> limits,
        Optional<Basis> atViolation,
        Optional<Basis> atOpening,
        List<CaseFinding> findings,
        Optional<String> outletName,
        Optional<String> enterpriseName,
        Optional<RegionCode> region) {

    public CaseRow {
        limits = List.copyOf(limits);
        findings = List.copyOf(findings);
    }

    /**
     * A ground of law as it was read when the case was opened.
     *
     * @param id row of the law's table
     * @param text instrument, article, consequence and mark
     */
    public record Basis(String id, String text) {}
}
