package io.stackwatch.core.enforcement;

import java.util.Optional;

/** The law of a case: what the comparison says, and what a legal reviewer has confirmed. */
final class CaseLaw {

    private final Situation situation;

    CaseLaw(Situation situation) {
        this.situation = situation;
    }

    /** The comparison of a matter for the moment of the act; empty for a file about no violation. */
    Optional<LawComparison> comparison(Matter matter) {
        return situation
                .violation()
                .map(violation -> LawComparison.of(
                        situation.terms().law(),
                        matter,
                        violation.begun(),
                        violation.ended(),
                        situation.act().header().at()));
    }

    /** The article of the case's own matter that applies. */
    Optional<LegalBasis> applies() {
        return situation.violation().flatMap(violation -> applies(violation.matter()));
    }

    /** The article of a matter that applies: the confirmed one, or what the comparison says. */
    Optional<LegalBasis> applies(Matter matter) {
        Optional<LegalBasis> confirmed = confirmed(matter);
        if (confirmed.isPresent()) {
            return confirmed;
        }
        return situation.violation().isPresent() ? comparison(matter).flatMap(LawComparison::applies) : inForce(matter);
    }

    /** The article in force when the act is done, for a file about no violation. */
    Optional<LegalBasis> inForce(Matter matter) {
        return situation.terms().law().inForce(matter, situation.act().header().at());
    }

    /** The row of a matter that a legal reviewer confirmed last in this case. */
    Optional<LegalBasis> confirmed(Matter matter) {
        return situation.file().acts().stream()
                .filter(act -> act.kind() == ActKind.LAW_CONFIRMED)
                .flatMap(act -> row(act).stream())
                .filter(row -> row.matter() == matter)
                .reduce((earlier, later) -> later);
    }

    /** The row that an act confirms. */
    Optional<LegalBasis> row(CaseAct act) {
        String id = act.match(new CaseAct.Cases<>(
                step -> "",
                issued -> issued.number(),
                served -> "",
                dated -> "",
                checked -> "",
                paid -> "",
                moved -> ""));
        return situation.terms().law().row(id);
    }
}
