package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.LawCitation;
import io.stackwatch.core.enforcement.LawComparison;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.enforcement.Matter;
import java.util.Optional;

/** The articles that a document cites. */
final class LawFields {

    private final DocumentLaw law;
    private final Instruments instruments;

    LawFields(DocumentLaw law, Instruments instruments) {
        this.law = law;
        this.instruments = instruments;
    }

    void read(Fields fields) {
        law.violation().ifPresent(violation -> {
            cite(fields, DocumentField.BASIS, violation.matter());
            law.citation(violation.matter())
                    .map(LawFields::basis)
                    .flatMap(LegalBasis::fine)
                    .ifPresent(range ->
                            fields.put(DocumentField.RANGE, ChineseText.range(range.minimum(), range.maximum())));
            applicable(violation).ifPresent(value -> fields.put(DocumentField.APPLICABLE_LAW, value));
        });
        cite(fields, DocumentField.ORDER_BASIS, Matter.ORDER_TO_CORRECT);
        cite(fields, DocumentField.DAILY_BASIS, Matter.DAILY_PENALTY);
        cite(fields, DocumentField.SUSPENSION_BASIS, Matter.RESTRICTION_OR_SUSPENSION);
        cite(fields, DocumentField.SURCHARGE_BASIS, Matter.SURCHARGE);
        cite(fields, DocumentField.LISTING_BASIS, Matter.LISTED_SUPERVISION);
    }

    private void cite(Fields fields, DocumentField field, Matter matter) {
        law.citation(matter)
                .ifPresent(citation -> fields.put(field, new FieldValue(text(citation), Optional.of(citation), "")));
    }

    private String text(LawCitation citation) {
        LegalBasis basis = basis(citation);
        return instruments.citation(basis.instrument(), basis.article())
                + citation.match(printable -> "", withheld -> "〔未经核实〕");
    }

    static LegalBasis basis(LawCitation citation) {
        return citation.match(LawCitation.Printable::basis, LawCitation.Withheld::basis);
    }

    /** Why the law of the violation, or the later one, applies; empty while no law has changed. */
    private Optional<FieldValue> applicable(FileSubject.Violation violation) {
        Optional<LawComparison> comparison = law.comparison(violation.matter());
        Optional<LawCitation> ground = law.today(Matter.APPLICABLE_LAW);
        Optional<LawCitation> applied = law.citation(violation.matter());
        if (comparison.isEmpty()
                || comparison.get().outcome() == LawComparison.Outcome.SAME_LAW
                || ground.isEmpty()
                || applied.isEmpty()) {
            return Optional.empty();
        }
        boolean old = comparison.get().atViolation().equals(Optional.of(basis(applied.get())));
        String words = "本案违法行为发生后，有关法律规定发生变化。依据" + text(ground.get()) + "的规定，经比较，"
                + (old ? "适用违法行为发生时的规定" : "新的规定处罚较轻，适用新的规定") + "，即"
                + text(applied.get()) + "。";
        return Optional.of(new FieldValue(words, ground, ""));
    }
}
