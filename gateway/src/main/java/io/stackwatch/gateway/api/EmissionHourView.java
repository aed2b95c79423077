package io.stackwatch.gateway.api;

import io.stackwatch.core.emission.FlowBasis;
import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.emission.HourEmission.NoSubstitute;
import io.stackwatch.core.emission.HourEmission.Reason;
import io.stackwatch.core.emission.Mass;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.emission.EmissionHour;
import io.stackwatch.gateway.records.EmissionHourRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An hour as it counts in totals; of the three kinds only the fields of its own are filled. */
record EmissionHourView(
        Instant start,
        Kind kind,
        Optional<String> kilograms,
        Optional<String> concentration,
        Optional<String> flow,
        Optional<FlowBasis> flowBasis,
        Optional<Substitute> substitute,
        Optional<Reason> reason,
        Optional<NoSubstitute> noSubstitute,
        Optional<String> detail,
        Optional<Integer> version,
        Optional<Instant> knownAt,
        List<EvidenceRef> evidence,
        String hour) {

    private static final int SHOWN = 2;

    /** Which of the three. */
    enum Kind {
        MEASURED,
        SUBSTITUTED,
        ABSENT
    }

    /** Where a substitute came from. */
    record Substitute(
            String rule,
            int validHours,
            Instant first,
            Instant last,
            int count,
            Instant greatest,
            String captureRate,
            String source,
            Verification mark) {

        static Substitute of(HourEmission.Substituted substituted) {
            return new Substitute(
                    substituted.row().id(),
                    substituted.row().validHours(),
                    substituted.from().first(),
                    substituted.from().last(),
                    substituted.from().count(),
                    substituted.from().greatest(),
                    substituted.captureRate().rounded(4).toPlainString(),
                    substituted.row().source(),
                    substituted.row().mark());
        }
    }

    static EmissionHourView of(EmissionHour hour) {
        HourEmission emission = hour.accounted().emission();
        Instant start = hour.accounted().hour().start();
        Optional<EmissionHourRow> row = hour.row();
        return new EmissionHourView(
                start,
                emission.match(measured -> Kind.MEASURED, substituted -> Kind.SUBSTITUTED, absent -> Kind.ABSENT),
                emission.mass().map(Mass::kilograms).map(kilograms -> kilograms.toPlainString()),
                emission.match(
                        measured -> Optional.of(measured.concentration()
                                .milligramsPerCubicMetre()
                                .toPlainString()),
                        substituted -> Optional.empty(),
                        absent -> Optional.empty()),
                emission.match(
                        measured -> Optional.of(measured.flow()
                                .cubicMetresPerHour()
                                .rounded(SHOWN)
                                .toPlainString()),
                        substituted -> Optional.empty(),
                        absent -> Optional.empty()),
                emission.match(
                        measured -> Optional.of(measured.basis()),
                        substituted -> Optional.empty(),
                        absent -> Optional.empty()),
                emission.match(
                        measured -> Optional.empty(),
                        substituted -> Optional.of(Substitute.of(substituted)),
                        absent -> Optional.empty()),
                emission.match(
                        measured -> Optional.empty(),
                        substituted -> Optional.of(substituted.lostBecause()),
                        absent -> Optional.of(absent.why())),
                emission.match(
                        measured -> Optional.empty(),
                        substituted -> Optional.empty(),
                        absent -> Optional.of(absent.noSubstitute())),
                emission.match(measured -> Optional.empty(), substituted -> Optional.empty(), absent -> Optional.of(
                                absent.detail())
                        .filter(text -> !text.isEmpty())),
                row.map(EmissionHourRow::version),
                row.map(EmissionHourRow::knownAt),
                row.map(EmissionHourRow::evidence).orElse(List.of()),
                "/api/v1/outlets/"
                        + Links.segment(hour.accounted().hour().outlet().value()) + "/hours?factor="
                        + Links.segment(hour.accounted().hour().factor().value()) + "&from=" + start + "&until="
                        + hour.accounted().hour().end());
    }
}
