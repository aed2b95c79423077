package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Standing;
import io.stackwatch.core.transmission.StandingAnswer;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.counting.HourLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How every hour of an outlet's day counts, and what decided it.
 *
 * @param asOf hours whose time to come ends later are not in the list unless they came
 */
public record HoursDueView(OutletId outlet, String day, Variant variant, Instant asOf, List<Hour> hours) {

    /**
     * One hour of a factor.
     *
     * @param standing VALID, NOT_VALID, MISSING or NOT_DUE
     * @param reason why it does not count; empty if it does or is missing
     * @param decidedBy the mark, declaration, check or report that decided
     * @param late whether it came after the cut-off
     * @param reportVersion the version of the report that was looked at
     * @param journalSequence the journal record it stands in
     */
    public record Hour(
            Named factor,
            Instant start,
            String standing,
            Optional<String> reason,
            Optional<String> detail,
            Optional<String> decidedBy,
            boolean late,
            List<StandingAnswer.Note> notes,
            Optional<Integer> reportVersion,
            Optional<Long> journalSequence,
            Optional<Instant> knownAt) {

        static Hour of(HourLine line, FactorNames names) {
            Standing standing = line.answer().standing();
            return new Hour(
                    names.of(line.hour().factor()),
                    line.hour().start(),
                    name(standing),
                    standing.match(
                            no -> Optional.of(no.reason().name()),
                            missing -> Optional.empty(),
                            no -> Optional.of(no.reason().name()),
                            valid -> Optional.empty()),
                    standing.match(
                                    no -> Optional.<String>empty(),
                                    missing -> Optional.<String>empty(),
                                    no -> Optional.of(no.detail()),
                                    valid -> Optional.<String>empty())
                            .filter(text -> !text.isEmpty()),
                    standing.match(
                                    no -> Optional.of(no.decidedBy()),
                                    missing -> Optional.<String>empty(),
                                    no -> Optional.of(no.decidedBy()),
                                    valid -> Optional.<String>empty())
                            .filter(text -> !text.isEmpty()),
                    standing.match(no -> false, missing -> missing.late(), no -> false, valid -> false),
                    line.answer().notes(),
                    line.report().map(report -> report.version()),
                    line.report().map(report -> report.report().evidence().sequence()),
                    line.report().map(report -> report.report().arrivedAt()));
        }
    }

    static String name(Standing standing) {
        return standing.match(no -> "NOT_DUE", missing -> "MISSING", no -> "NOT_VALID", valid -> "VALID");
    }
}
