package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.CaseLine;
import io.stackwatch.gateway.records.CaseStrandRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A case file in a list. */
record CaseLineView(
        String id,
        long number,
        RegionCode county,
        Optional<EnterpriseId> enterprise,
        Optional<String> enterpriseName,
        Optional<OutletId> outlet,
        Optional<FactorCode> factor,
        Optional<String> matter,
        Optional<String> month,
        Optional<Instant> violatedFrom,
        Optional<Instant> violatedUntil,
        boolean livelihood,
        boolean harm,
        Instant openedAt,
        String openedBy,
        boolean open,
        int acts,
        String amount,
        Optional<Instant> nextDue,
        boolean overdue,
        boolean repeat,
        Instant lastAt,
        List<Strand> strands) {

    static CaseLineView of(CaseLine line, Instant now) {
        FileSubject subject = line.row().subject();
        Optional<FileSubject.Violation> violation = subject.match(Optional::of, county -> Optional.empty());
        return new CaseLineView(
                subject.fileId().value(),
                line.row().number(),
                subject.region(),
                violation.map(FileSubject.Violation::enterprise),
                line.enterpriseName(),
                line.row().outlet(),
                line.row().factor(),
                violation.map(found -> found.matter().name()),
                subject.match(
                        found -> Optional.empty(),
                        county -> Optional.of(county.month().toString())),
                violation.map(FileSubject.Violation::begun),
                violation.map(FileSubject.Violation::ended),
                violation.filter(FileSubject.Violation::livelihood).isPresent(),
                violation.filter(FileSubject.Violation::harm).isPresent(),
                line.row().openedAt(),
                line.row().openedBy(),
                line.open(),
                line.acts(),
                line.amount().toString(),
                line.nextDue(),
                line.nextLate().filter(end -> !end.isAfter(now)).isPresent(),
                line.repeat(),
                line.lastAt(),
                line.strands().stream().map(Strand::of).toList());
    }

    /** Where a strand stands. */
    record Strand(
            String strand,
            String procedure,
            String chinese,
            String stage,
            Optional<String> fine,
            String paid,
            Optional<LocalDate> decidedOn) {

        static Strand of(CaseStrandRow row) {
            return new Strand(
                    row.strand().toString(),
                    row.strand().procedure().name(),
                    row.strand().procedure().chinese(),
                    row.stage().name(),
                    row.fine().map(Yuan::toString),
                    row.paid().toString(),
                    row.decidedOn());
        }
    }
}
