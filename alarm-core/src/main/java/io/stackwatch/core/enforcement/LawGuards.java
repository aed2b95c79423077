package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.Verification;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the articles of a case allow, and whether they may stand in a document. */
final class LawGuards {

    private static final Set<Sanction> MEASURES = EnumSet.of(Sanction.RESTRICTION, Sanction.SUSPENSION);

    private LawGuards() {}

    static Optional<String> citable(Situation situation, String about) {
        CaseLaw law = new CaseLaw(situation);
        Matter matter = about.isEmpty()
                ? situation.violation().map(FileSubject.Violation::matter).orElse(Matter.LISTED_SUPERVISION)
                : Matter.valueOf(about);
        if (law.confirmed(matter).isPresent()) {
            return Optional.empty();
        }
        Optional<LawComparison> comparison = law.comparison(matter);
        if (comparison.isPresent()) {
            return comparison
                    .filter(LawComparison::needsConfirmation)
                    .map(found -> matter + " needs a legal reviewer's confirmation: " + found.outcome() + ", "
                            + found.reason() + " " + found.findings());
        }
        Optional<LegalBasis> inForce = law.inForce(matter);
        return inForce.filter(basis -> basis.mark() == Verification.VERIFIED).isPresent()
                ? Optional.empty()
                : Optional.of(matter + " needs a legal reviewer's confirmation: "
                        + inForce.map(LegalBasis::citation).orElse("no article is known"));
    }

    static Optional<String> confirmed(Situation situation, String about) {
        Matter matter = Matter.valueOf(about);
        return new CaseLaw(situation).confirmed(matter).isPresent()
                ? Optional.empty()
                : Optional.of("no legal reviewer has confirmed an article of " + matter);
    }

    static Optional<String> known(Situation situation) {
        CaseLaw law = new CaseLaw(situation);
        Optional<LegalBasis> row = law.row(situation.act());
        if (row.isEmpty()) {
            return Optional.of("the row that is confirmed is not known");
        }
        Optional<LawComparison> comparison = law.comparison(row.get().matter());
        boolean mayApply = comparison.isEmpty()
                ? law.inForce(row.get().matter()).equals(row)
                : comparison.get().atViolation().equals(row)
                        || comparison.get().atDecision().equals(row);
        return mayApply
                ? Optional.empty()
                : Optional.of(row.get().id() + " is neither the law of the act nor that of today");
    }

    static Optional<String> allows(Situation situation, String about) {
        Sanction sanction = Sanction.valueOf(about);
        Optional<LegalBasis> basis = new CaseLaw(situation).applies();
        if (basis.isEmpty()) {
            return Optional.of("which article applies is not decided");
        }
        Set<Sanction> allowed = basis.get().allows();
        boolean mandatory = MEASURES.contains(sanction) && allowed.contains(Sanction.MANDATORY_SUSPENSION);
        return mandatory || allowed.contains(sanction)
                ? Optional.empty()
                : Optional.of(basis.get().citation() + " does not allow " + sanction);
    }
}
