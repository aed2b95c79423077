package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseMoney;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.LawComparison;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.enforcement.Procedure;
import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.enforcement.StrandFile;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.DailyPenalty;
import io.stackwatch.core.penalty.Surcharge;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.gateway.records.CaseActColumns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Law and money of a case as of a moment; nothing here is decided.
 *
 * @param law the law at the violation beside the law of the moment; empty for a county
 * @param applies the article that applies: the one that was confirmed, or what the comparison says
 * @param originalFine the fine that was decided and stands
 * @param rounds the daily penalty up to each refused order, by its number
 * @param surcharges of each strand with a fine that is not paid or annulled
 */
public record CaseAccount(
        Optional<LawComparison> law,
        Optional<LegalBasis> applies,
        Optional<Yuan> originalFine,
        Map<Integer, DailyPenalty> rounds,
        Map<Strand, Surcharge> surcharges) {

    static CaseAccount of(CaseTerms terms, CaseFile file, Instant now) {
        CaseMoney money = new CaseMoney(terms);
        Optional<LawComparison> law = file.subject()
                .match(
                        violation -> Optional.of(comparison(terms, violation, now)),
                        county -> Optional.<LawComparison>empty());
        Map<Integer, DailyPenalty> rounds = new TreeMap<>();
        for (StrandFile order : file.strands(Procedure.ORDER)) {
            int number = order.strand().number();
            if (order.stage() == Stage.REFUSED) {
                money.cycle(file, number).ifPresent(penalty -> rounds.put(number, penalty));
            }
        }
        LocalDate today = now.atZone(LegalTime.ZONE).toLocalDate();
        Map<Strand, Surcharge> surcharges = new TreeMap<>();
        for (StrandFile strand : file.strands().values()) {
            boolean owed = strand.fine().isPresent()
                    && strand.stage() != Stage.PAID
                    && !strand.stage().end();
            if (owed) {
                money.surcharge(file, strand.strand(), today)
                        .ifPresent(surcharge -> surcharges.put(strand.strand(), surcharge));
            }
        }
        return new CaseAccount(
                law,
                confirmed(terms, file).or(() -> law.flatMap(LawComparison::applies)),
                money.originalFine(file),
                rounds,
                surcharges);
    }

    private static LawComparison comparison(CaseTerms terms, FileSubject.Violation violation, Instant now) {
        return LawComparison.of(terms.law(), violation.matter(), violation.begun(), violation.ended(), now);
    }

    /** The article of the case's own matter that a legal reviewer confirmed last. */
    private static Optional<LegalBasis> confirmed(CaseTerms terms, CaseFile file) {
        return file.subject()
                .match(
                        violation -> file.acts().stream()
                                .filter(act -> act.kind() == ActKind.LAW_CONFIRMED)
                                .flatMap(act -> row(terms, act).stream())
                                .filter(row -> row.matter() == violation.matter())
                                .reduce((earlier, later) -> later),
                        county -> Optional.empty());
    }

    private static Optional<LegalBasis> row(CaseTerms terms, CaseAct act) {
        return CaseActColumns.document(act).flatMap(terms.law()::row);
    }
}
