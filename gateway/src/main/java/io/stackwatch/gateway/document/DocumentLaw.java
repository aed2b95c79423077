package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.LawCitation;
import io.stackwatch.core.enforcement.LawCitation.Confirmation;
import io.stackwatch.core.enforcement.LawComparison;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.core.measurement.LegalTime;
import java.time.Instant;
import java.util.Optional;

/**
 * The article of a matter that a document cites: the one that a legal reviewer confirmed in the case, else the one that the comparison
 * of the law at the violation with the law at the day of the document names.
 */
final class DocumentLaw {

    private final DocumentOrder order;
    private final CaseTerms terms;
    private final Instant decided;

    DocumentLaw(DocumentOrder order, CaseTerms terms) {
        this.order = order;
        this.terms = terms;
        this.decided = order.date().atStartOfDay(LegalTime.ZONE).toInstant();
    }

    /** The citation; empty if no article is known, or an officer must say first which one applies. */
    Optional<LawCitation> citation(Matter matter) {
        Optional<CaseAct> confirmed = confirmation(matter);
        if (confirmed.isPresent()) {
            CaseAct act = confirmed.get();
            Confirmation word = new Confirmation(
                    act.header().by().id().value(),
                    act.header().at(),
                    act.header().reason());
            return row(act).map(basis -> LawCitation.of(basis, Optional.of(word)));
        }
        Optional<LawComparison> comparison = comparison(matter);
        Optional<LegalBasis> basis = comparison.isPresent()
                ? comparison.get().applies()
                : terms.law().inForce(matter, decided);
        boolean open = comparison.filter(LawComparison::needsConfirmation).isPresent();
        return basis.map(row -> open ? withheld(row, comparison.get()) : LawCitation.of(row, Optional.empty()));
    }

    private static LawCitation withheld(LegalBasis row, LawComparison comparison) {
        return new LawCitation.Withheld(row, row.citation() + ": " + comparison.reason() + " " + comparison.findings());
    }

    /** The article in force on the day of the document, whatever was in force before. */
    Optional<LawCitation> today(Matter matter) {
        return terms.law().inForce(matter, decided).map(row -> LawCitation.of(row, Optional.empty()));
    }

    /** The comparison of the two laws; empty for a file about no violation. */
    Optional<LawComparison> comparison(Matter matter) {
        return violation()
                .map(violation -> LawComparison.of(terms.law(), matter, violation.begun(), violation.ended(), decided));
    }

    Optional<FileSubject.Violation> violation() {
        return order.file().subject().match(Optional::of, county -> Optional.empty());
    }

    private Optional<CaseAct> confirmation(Matter matter) {
        return order.file().acts().stream()
                .filter(act -> act.kind() == ActKind.LAW_CONFIRMED)
                .filter(act -> row(act).filter(row -> row.matter() == matter).isPresent())
                .reduce((earlier, later) -> later);
    }

    private Optional<LegalBasis> row(CaseAct act) {
        return Acts.number(act).flatMap(terms.law()::row);
    }
}
