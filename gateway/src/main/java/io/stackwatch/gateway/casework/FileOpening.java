package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.core.enforcement.Procedure;
import io.stackwatch.core.enforcement.Regrouping;
import io.stackwatch.core.enforcement.RegroupingAnswer;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.gateway.records.CaseFileRow;
import io.stackwatch.gateway.records.CaseRecords;
import io.stackwatch.gateway.records.CaseRow;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a file is about and what its first act is, from a candidate case or a county. */
final class FileOpening {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Handle handle;
    private final RegistrySnapshot registry;
    private final CaseTables tables;

    FileOpening(Handle handle, RegistrySnapshot registry, CaseTables tables) {
        this.handle = handle;
        this.registry = registry;
        this.tables = tables;
    }

    /** The file that is to be opened, with its first act. */
    record Draft(CaseFileRow row, CaseAct first) {}

    /** The file of a candidate case; empty if there is no such candidate, or its outlet or enterprise was never registered. */
    Optional<Draft> of(OpenOrder.OfCandidate order, Instant now) {
        Optional<CaseRow> candidate = CaseRecords.find(handle, order.candidate());
        List<VerdictRow> hours = candidate.isEmpty() ? List.of() : CaseRecords.hours(handle, order.candidate());
        if (candidate.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        Instant begun = hours.get(0).hour().start();
        Instant ended = hours.get(hours.size() - 1).hour().start().plus(HOUR);
        Optional<Enterprise> enterprise = registry.registry()
                .outletAt(candidate.get().outlet(), begun)
                .map(Outlet::enterprise)
                .flatMap(id -> registry.registry().enterpriseAt(id, begun));
        return enterprise.map(firm -> new Draft(
                new CaseFileRow(
                        0,
                        new FileSubject.Violation(
                                order.candidate(),
                                firm.id(),
                                firm.region(),
                                matter(candidate.get()),
                                begun,
                                ended,
                                order.livelihood(),
                                order.harm()),
                        Optional.of(candidate.get().outlet()),
                        Optional.of(candidate.get().factor()),
                        Optional.of(repeatSince(begun)),
                        now,
                        order.by().id().value(),
                        order.reason()),
                opened(candidate.get())));
    }

    /** The first act is the machine's, of the moment at which it opened the candidate: the periods begin then. */
    private static CaseAct opened(CaseRow candidate) {
        ActHeader header = new ActHeader(
                new Strand(Procedure.PENALTY, 1),
                Actor.MACHINE,
                Optional.empty(),
                candidate.openedAt(),
                "candidate case of " + candidate.hours() + " hours of " + candidate.day());
        return new CaseAct.Step(header, ActKind.CANDIDATE_OPENED);
    }

    /** The first act of a file about hours of a candidate that is known to be there. */
    CaseAct opened(CaseId candidate) {
        return opened(CaseRecords.find(handle, candidate)
                .orElseThrow(() -> new IllegalStateException("no candidate case " + candidate)));
    }

    /** The row of a part of a file, which is about the hours that go. */
    CaseFileRow part(CaseFileRow whole, FileSubject.Violation violation, RegroupingAnswer.Fits fits, ActHeader header) {
        Regrouping what = fits.other();
        CaseHour first = what.hours().get(0);
        return new CaseFileRow(
                0,
                new FileSubject.Violation(
                        fits.stays().other(),
                        first.candidate(),
                        violation.enterprise(),
                        violation.region(),
                        violation.matter(),
                        what.begun(),
                        what.ended(),
                        violation.livelihood(),
                        violation.harm()),
                whole.outlet(),
                Optional.of(first.factor()),
                Optional.of(repeatSince(what.begun())),
                header.at(),
                header.by().id().value(),
                header.reason());
    }

    /** What the exceedance is of: by the ground that was found then, or by where the limit came from. */
    private Matter matter(CaseRow candidate) {
        return candidate
                .atViolation()
                .flatMap(basis -> tables.terms().law().row(basis.id()))
                .map(LegalBasis::matter)
                .or(() -> candidate.limits().stream()
                        .flatMap(id -> registry.limit(id).stream())
                        .map(Limit::source)
                        .map(Matter::ofExceeding)
                        .findFirst())
                .orElse(Matter.EXCEEDING_STANDARD);
    }

    private LocalDate repeatSince(Instant begun) {
        return begun.atZone(LegalTime.ZONE)
                .toLocalDate()
                .minusMonths(tables.parameters().count("repeat.months", begun));
    }

    /** The file of a county, which begins with its proposal by whoever opens it. */
    static Draft of(OpenOrder.OfCounty order, Actor by, Instant now) {
        ActHeader header = new ActHeader(new Strand(Procedure.LISTING, 1), by, Optional.empty(), now, order.reason());
        return new Draft(
                new CaseFileRow(
                        0,
                        new FileSubject.County(order.county(), order.month()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now,
                        by.id().value(),
                        order.reason()),
                new CaseAct.Step(header, ActKind.LISTING_PROPOSED));
    }
}
