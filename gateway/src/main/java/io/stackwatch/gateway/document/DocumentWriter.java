package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.LawCitation;
import io.stackwatch.gateway.document.DocumentAnswer.Fault;
import io.stackwatch.gateway.document.DocumentAnswer.Reason;
import io.stackwatch.gateway.document.DocumentAnswer.Refused;
import io.stackwatch.gateway.document.DocumentAnswer.Written;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes documents: the template of the kind with the fields that file, tables and officer give. Refuses, and names every fault, rather
 * than leaving a field empty. The same order gives the same text. Immutable, safe to share.
 */
public final class DocumentWriter {

    /** What stands where a draft has no number yet. */
    static final String NO_NUMBER = "〔待编号〕";

    private final CaseTerms terms;
    private final Instruments instruments = Instruments.load();

    public DocumentWriter(CaseTerms terms) {
        this.terms = terms;
    }

    /** Writes a document, or says what is against it. */
    public DocumentAnswer write(DocumentOrder order) {
        Optional<Template> template = Template.of(order.kind());
        if (template.isEmpty()) {
            return new Refused(
                    List.of(new Fault(Reason.NO_TEMPLATE, order.kind().title())));
        }
        Filling filling = new Filling(order, fields(order), new DocumentTables(order, terms));
        List<Block> blocks = filling.blocks(template.get());
        if (order.number().isEmpty() && template.get().numbered() && !order.draft()) {
            filling.fault(Reason.FIELD_MISSING, "文号");
        }
        if (!filling.faults().isEmpty()) {
            return new Refused(filling.faults());
        }
        List<LawCitation> citations = filling.citations();
        DocumentText text = new DocumentText(
                order.letterhead().authority(),
                template.get().title(),
                order.number()
                        .map(DocumentNumber::toString)
                        .orElse(template.get().numbered() ? NO_NUMBER : ""),
                order.caseNumber(),
                blocks);
        Set<String> remarks = new LinkedHashSet<>(filling.remarks());
        remarks.addAll(DoubtedDays.remarks(order, terms));
        return new Written(order, text, citations, List.copyOf(remarks));
    }

    private Fields fields(DocumentOrder order) {
        Fields fields = new Fields();
        new FactFields(order).read(fields);
        DocumentLaw law = new DocumentLaw(order, terms);
        new LawFields(law, instruments).read(fields);
        PeriodFields.read(fields, terms, order.date());
        new MoneyFields(order, terms).read(fields);
        new CourseFields(order, terms, law).read(fields);
        return fields;
    }
}
