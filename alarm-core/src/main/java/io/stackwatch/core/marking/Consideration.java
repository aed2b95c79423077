package io.stackwatch.core.marking;

import io.stackwatch.core.marking.Considered.Why;
import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of the versions of a mark that touch an hour and do not count. */
record Consideration(MarkFile file, Instant asOf) {

    List<Considered> of(FactorHour hour) {
        Optional<FiledVersion> counting = file.countingAt(asOf);
        List<Considered> considered = new ArrayList<>();
        for (FiledVersion filed : file.versions()) {
            Optional<MarkState> state = filed.stateAt(asOf);
            Optional<MarkContent> content = filed.version().content().filter(saying -> saying.touches(hour));
            if (state.isPresent() && content.isPresent() && !counting.equals(Optional.of(filed))) {
                considered.add(new Considered(
                        file.id().value(),
                        filed.version().version(),
                        content.get().kind(),
                        why(state.get(), counting),
                        ""));
            }
        }
        return considered;
    }

    private static Why why(MarkState state, Optional<FiledVersion> counting) {
        return switch (state) {
            case AWAITING_DATA -> Why.AWAITING_DATA;
            case PENDING -> Why.PENDING;
            case REFUSED -> Why.REFUSED;
            case REPLACED -> Why.REPLACED;
            case ACCEPTED, APPROVED ->
                counting.filter(latest -> latest.version().content().isEmpty()).isPresent()
                        ? Why.WITHDRAWN
                        : Why.SUPERSEDED;
        };
    }
}
