package io.stackwatch.core.enforcement;

import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A candidate case (线索): the machine's proposal that a factor exceeded at an outlet on a legal day. A named officer decides
 * what follows; nothing here is a finding of guilt.
 *
 * @param id follows from outlet, factor and day
 * @param outlet where
 * @param factor of what
 * @param day legal day of the violation
 * @param openedAt when it was opened
 * @param hours the exceeding hours in order of time, each in the version that was known, with its evidence
 * @param limits the limits that were exceeded, each once
 * @param atViolation the ground at the time of the first exceeding hour, if one is known
 * @param atOpening the ground if the act were of the day of opening, for comparison
 * @param findings what an officer must see
 */
public record CandidateCase(
        CaseId id,
        OutletId outlet,
        FactorCode factor,
        LocalDate day,
        Instant openedAt,
        List<JudgedHour> hours,
        List<Limit> limits,
        Optional<LegalBasis> atViolation,
        Optional<LegalBasis> atOpening,
        Set<CaseFinding> findings) {

    public CandidateCase {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("a case without an exceeding hour: " + id);
        }
        hours = List.copyOf(hours);
        limits = List.copyOf(limits);
        findings = Set.copyOf(findings);
    }
}
