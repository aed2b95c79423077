package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The audit trail: of one case file, and whether it is whole. */
final class CaseTrailEndpoints {

    private static final int PAGE = 100;

    private final CaseworkDesk desk;

    CaseTrailEndpoints(CaseworkDesk desk) {
        this.desk = desk;
    }

    Callable<?> trail(Parameters parameters) {
        CaseFileId id = CaseAnswers.id(parameters);
        long behind = Places.read(parameters, Long::valueOf).orElse(0L);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                desk.trail(id, behind, limit + 1).stream().map(TrailLine::of).toList(),
                limit,
                row -> String.valueOf(row.number()));
    }

    Callable<?> verifyFile(Parameters parameters) {
        CaseFileId id = CaseAnswers.id(parameters);
        return () -> desk.verify(id).map(TrailView::of).orElseThrow(() -> CaseAnswers.noFile(id));
    }

    Callable<?> verifyTrail(Parameters parameters) {
        Optional<Long> number = parameters.query("number").map(Long::valueOf);
        Optional<String> sha256 = parameters.query("sha256");
        if (number.isPresent() != sha256.isPresent()) {
            throw new Refusal(Problem.badParameter(
                    "query parameters number and sha256",
                    "one of them is missing",
                    "both, as they were noted, or neither"));
        }
        return () -> TrailView.of(desk.verify(number.map(row -> new TrailRecords.Head(row, sha256.orElseThrow()))));
    }

    /** A row of the trail. */
    record TrailLine(
            long number,
            Instant at,
            String actor,
            String role,
            String act,
            String reason,
            String content,
            String previous,
            String sha256) {

        static TrailLine of(TrailRow row) {
            return new TrailLine(
                    row.number(),
                    row.at(),
                    row.actor(),
                    row.role(),
                    row.act(),
                    row.reason(),
                    row.content(),
                    row.previous(),
                    row.sha256());
        }
    }
}
