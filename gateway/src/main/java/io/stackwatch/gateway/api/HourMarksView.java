package io.stackwatch.gateway.api;

import io.stackwatch.core.marking.Considered;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.marking.HourMarks;
import io.stackwatch.gateway.records.VerdictRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What decided an hour of an outlet. */
record HourMarksView(
        OutletId outlet, Instant hour, List<OfFactor> factors, List<Grant> exemptions, List<Outage> outages) {

    static HourMarksView of(HourMarks marks) {
        return new HourMarksView(
                marks.outlet(),
                marks.hour(),
                marks.factors().stream().map(OfFactor::of).toList(),
                marks.exemptions().stream().map(Grant::of).toList(),
                marks.outages().stream().map(Outage::of).toList());
    }

    /** One factor: duty, the mark that counts or why none does, and the latest verdict. */
    record OfFactor(
            FactorCode factor,
            boolean due,
            String notDueBecause,
            Optional<String> mark,
            Optional<String> effect,
            Optional<String> noneBecause,
            List<Touching> considered,
            Optional<String> outcome,
            Optional<String> reason,
            Optional<String> detail) {

        static OfFactor of(HourMarks.OfFactor one) {
            return new OfFactor(
                    one.factor(),
                    one.due().whyNot().isEmpty(),
                    one.due().match(yes -> "", no -> (no.reason() + " " + no.document()).strip()),
                    one.answer().match(counts -> Optional.of(counts.by().mark()), none -> Optional.empty()),
                    one.answer().match(counts -> Optional.of(counts.effect().name()), none -> Optional.empty()),
                    one.answer()
                            .match(
                                    counts -> Optional.empty(),
                                    none -> Optional.of(none.reason().name())),
                    one.answer().considered().stream().map(Touching::of).toList(),
                    one.verdict().map(row -> row.outcome().name()),
                    one.verdict().flatMap(VerdictRow::reason).map(Enum::name),
                    one.verdict().map(VerdictRow::detail));
        }
    }

    /** A mark that touches the hour, and whether it counts. Version 0 is an automatic mark. */
    record Touching(String mark, int version, String kind, String why, String detail) {

        static Touching of(Considered one) {
            return new Touching(
                    one.mark(), one.version(), one.kind().value(), one.why().name(), one.detail());
        }
    }

    /** An exemption. */
    record Grant(
            long id,
            Optional<OutletId> outlet,
            String kind,
            Instant from,
            Instant until,
            String document,
            String reason,
            String by,
            Instant at,
            Optional<Instant> revokedAt) {

        static Grant of(Exemption granted) {
            return new Grant(
                    granted.id(),
                    granted.outlet(),
                    granted.kind().name(),
                    granted.span().start(),
                    granted.span().end(),
                    granted.document(),
                    granted.reason(),
                    granted.grantedBy(),
                    granted.grantedAt(),
                    granted.revoked());
        }
    }

    /** An outage of our own. */
    record Outage(long id, Instant from, Instant until, String cause, Instant recordedAt) {

        static Outage of(OwnOutage outage) {
            return new Outage(
                    outage.id(),
                    outage.span().start(),
                    outage.span().end(),
                    outage.cause().name(),
                    outage.recordedAt());
        }
    }
}
