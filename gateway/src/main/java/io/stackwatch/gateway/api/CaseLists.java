package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.records.CaseFileQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Which case files a list asks for, and its page. Pure. */
final class CaseLists {

    private static final int PAGE = 100;

    private CaseLists() {}

    static Page<CaseLineView> page(CaseworkDesk desk, CaseFileQuery query) {
        int limit = query.limit() - 1;
        return Places.page(
                desk.files(query).stream()
                        .map(line -> CaseLineView.of(line, query.now()))
                        .toList(),
                limit,
                line -> String.valueOf(line.number()));
    }

    /** The query for one more than the page holds. */
    static CaseFileQuery query(Parameters parameters, Optional<EnterpriseId> enterprise, Instant now) {
        return new CaseFileQuery(
                parameters.query("county").map(RegionCode::new),
                enterprise,
                parameters.query("stage").map(Stage::valueOf),
                parameters
                        .query("dueBefore", "a day such as 2026-11-24", LocalDate::parse)
                        .map(day -> day.atStartOfDay(LegalTime.ZONE).toInstant()),
                parameters.query("amountFrom", "yuan such as 100000", Yuan::of),
                parameters.query("amountUntil", "yuan such as 100000", Yuan::of),
                parameters.query("overdue").map(Boolean::valueOf).orElse(false),
                parameters.query("repeat").map(Boolean::valueOf).orElse(false),
                parameters.query("open").map(Boolean::valueOf),
                now,
                Places.read(parameters, Long::valueOf),
                parameters.number("limit", PAGE) + 1);
    }
}
