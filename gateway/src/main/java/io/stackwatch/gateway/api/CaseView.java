package io.stackwatch.gateway.api;

import io.stackwatch.core.evidence.EvidenceRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A candidate case: one factor of one outlet on one legal day, proposed to an officer. */
public record CaseView(
        String id,
        Named outlet,
        Named enterprise,
        Named factor,
        LocalDate day,
        Instant openedAt,
        int hours,
        Optional<String> worstValue,
        Optional<String> worstRatio,
        Optional<String> limit,
        Optional<String> unit,
        String basis,
        List<String> findings) {

    public CaseView {
        findings = List.copyOf(findings);
    }

    /** An hour that exceeded, in the version on which the case was opened. */
    public record Exceedance(Instant start, int version, String value, String ratio, Optional<EvidenceRef> evidence) {}

    /** Something that became known after the case was opened. */
    public record Step(long number, String kind, Instant at, String detail) {}

    /**
     * A candidate case with what it rests on.
     *
     * @param basisText the law at the time of the violation
     * @param basisToday the law when the case was opened, for comparison
     */
    public record File(
            CaseView summary, String basisText, String basisToday, List<Exceedance> exceedances, List<Step> events) {

        public File {
            exceedances = List.copyOf(exceedances);
            events = List.copyOf(events);
        }
    }
}
