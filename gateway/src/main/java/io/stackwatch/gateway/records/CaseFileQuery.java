package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Which case files are asked for, newest first; all conditions hold.
 *
 * @param county only of this county
 * @param enterprise only of this enterprise
 * @param stage only files with a strand that stands there
 * @param dueBefore only files with a deadline that ends before
 * @param least only files with fines of at least so much
 * @param most only files with fines of at most so much
 * @param overdue only files in which something is owed late
 * @param repeat only files of repeat offenders
 * @param open only files that go on, or only those that do not
 * @param now what is late is late at this instant
 * @param before only files with a smaller number
 * @param limit at most so many
 */
public record CaseFileQuery(
        Optional<RegionCode> county,
        Optional<EnterpriseId> enterprise,
        Optional<Stage> stage,
        Optional<Instant> dueBefore,
        Optional<Yuan> least,
        Optional<Yuan> most,
        boolean overdue,
        boolean repeat,
        Optional<Boolean> open,
        Instant now,
        Optional<Long> before,
        int limit) {

    /** All files. */
    public static CaseFileQuery all(Instant now, int limit) {
        return new CaseFileQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                now,
                Optional.empty(),
                limit);
    }
}
