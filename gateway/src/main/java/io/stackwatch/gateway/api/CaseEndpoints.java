package io.stackwatch.gateway.api;

import io.stackwatch.gateway.api.CityRecords.Place;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Candidate cases. */
final class CaseEndpoints {

    private static final int PAGE = 100;

    private final CityRecords records;

    CaseEndpoints(CityRecords records) {
        this.records = records;
    }

    Callable<?> cases(Parameters parameters) {
        Optional<Place> after = Places.place(parameters);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(records.cases(after, limit + 1), limit, one -> Places.of(one.openedAt(), one.id()));
    }

    Callable<?> caseFile(Parameters parameters) {
        String id = parameters.path("id");
        return () -> records.caseFile(id).orElseThrow(() -> new Refusal(Problem.notFound("case", id)));
    }
}
