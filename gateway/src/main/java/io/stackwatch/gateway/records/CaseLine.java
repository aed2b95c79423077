package io.stackwatch.gateway.records;

import io.stackwatch.core.penalty.Yuan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case file in a list.
 *
 * @param row as it was opened
 * @param enterpriseName as registered last; empty for a county
 * @param open whether a procedure goes on
 * @param acts how many acts it has
 * @param amount the fines that were decided and stand
 * @param nextDue end of the next deadline that runs or has passed
 * @param nextLate end of the next deadline of an authority or a county or an enterprise that is owed even when late
 * @param repeat whether the same enterprise was fined within the time that makes it a repetition
 * @param lastAt when the last act was entered
 * @param strands where its strands stand
 */
public record CaseLine(
        CaseFileRow row,
        Optional<String> enterpriseName,
        boolean open,
        int acts,
        Yuan amount,
        Optional<Instant> nextDue,
        Optional<Instant> nextLate,
        boolean repeat,
        Instant lastAt,
        List<CaseStrandRow> strands) {

    public CaseLine {
        strands = List.copyOf(strands);
    }
}
