package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.api.CityRecords.Place;
import io.stackwatch.gateway.evidence.EvidencePackage;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Candidate cases. */
final class CaseEndpoints {

    private static final int PAGE = 100;

    private final CityRecords records;
    private final EvidenceDesk evidence;

    CaseEndpoints(CityRecords records, EvidenceDesk evidence) {
        this.records = records;
        this.evidence = evidence;
    }

    Callable<?> cases(Parameters parameters) {
        Optional<RegionCode> region = parameters.query("region").map(RegionCode::new);
        Optional<Place> after = Places.place(parameters);
        int limit = parameters.number("limit", PAGE);
        return () ->
                Places.page(records.cases(region, after, limit + 1), limit, one -> Places.of(one.openedAt(), one.id()));
    }

    Callable<?> caseFile(Parameters parameters) {
        String id = parameters.path("id");
        return () -> records.caseFile(id).orElseThrow(() -> new Refusal(Problem.notFound("case", id)));
    }

    /** The evidence package, made anew with each call. */
    Callable<EvidencePackage> evidence(Parameters parameters) {
        String id = parameters.path("id");
        return () -> candidate(id).flatMap(evidence::of).orElseThrow(() -> new Refusal(Problem.notFound("case", id)));
    }

    private static Optional<CaseId> candidate(String id) {
        try {
            return Optional.of(new CaseId(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
