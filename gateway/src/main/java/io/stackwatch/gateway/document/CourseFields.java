package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.LawCitation;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.enforcement.Procedure;
import io.stackwatch.core.penalty.Yuan;
import java.util.Optional;

/** What was done in the case before, in the words of its documents. */
final class CourseFields {

    private final DocumentOrder order;
    private final CaseTerms terms;
    private final DocumentLaw law;
    private final CaseFile file;

    CourseFields(DocumentOrder order, CaseTerms terms, DocumentLaw law) {
        this.order = order;
        this.terms = terms;
        this.law = law;
        this.file = order.file();
    }

    void read(Fields fields) {
        fields.put(
                DocumentField.FILED_DAY,
                Acts.last(file, Procedure.PENALTY, ActKind.FILED).map(act -> ChineseText.day(act.day())));
        Optional<CaseAct> served = act(ActKind.NOTICE_SERVED);
        act(ActKind.NOTICE_ISSUED).ifPresent(issued -> served.ifPresent(day -> heard(fields, issued, day)));
        hearingRight(fields);
        fields.put(
                DocumentField.LEGAL_REVIEW,
                act(ActKind.LEGAL_REVIEWED)
                        .map(act -> ChineseText.day(act.day()) + "经"
                                + act.header().by().id() + "法制审核："
                                + act.header().reason()));
        new DecisionFields(order).read(fields);
        handlers(fields);
    }

    private Optional<CaseAct> act(ActKind kind) {
        return Acts.last(file, order.strand(), kind);
    }

    private void heard(Fields fields, CaseAct issued, CaseAct served) {
        fields.put(
                DocumentField.NOTICE,
                "我局于" + ChineseText.day(issued.day()) + "作出" + noticeTitle() + "（" + Acts.numberOf(issued) + "），并于"
                        + ChineseText.day(served.day())
                        + "送达你单位，告知你单位违法事实、处理依据、拟作出的决定以及依法享有的权利。");
        Optional<CaseAct> statement = act(ActKind.STATEMENT_MADE);
        Optional<CaseAct> waived = act(ActKind.RIGHTS_WAIVED);
        if (statement.isPresent()) {
            answered(fields, statement.get());
        } else {
            fields.put(
                    DocumentField.STATEMENT,
                    waived.map(act -> "你单位于" + ChineseText.day(act.day()) + "书面放弃陈述、申辩和要求听证的权利。")
                            .orElse("你单位在规定期限内未提出陈述、申辩意见。"));
        }
        fields.put(
                DocumentField.HEARING,
                act(ActKind.HEARING_HELD)
                        .map(act -> "应你单位申请，我局于" + ChineseText.day(act.day()) + "举行了听证。")
                        .or(() -> act(ActKind.HEARING_WITHDRAWN)
                                .map(act -> "你单位申请听证后，于" + ChineseText.day(act.day()) + "撤回申请。"))
                        .or(() -> waived.isPresent() ? Optional.empty() : Optional.of("你单位在规定期限内未申请听证。")));
    }

    /** A statement is answered by an officer, or the field is missing. */
    private void answered(Fields fields, CaseAct statement) {
        String answer = order.given().get(DocumentField.ANSWER_TO_STATEMENT);
        if (answer != null) {
            fields.put(DocumentField.STATEMENT, "你单位于" + ChineseText.day(statement.day()) + "提出陈述、申辩意见。" + answer);
        }
    }

    private String noticeTitle() {
        return switch (order.strand().procedure()) {
            case DAILY_PENALTY -> "《按日连续处罚事先（听证）告知书》";
            case SUSPENSION -> "《限制生产、停产整治事先（听证）告知书》";
            case CLOSURE -> "《停业、关闭事先（听证）告知书》";
            case PENALTY, ORDER, LISTING -> "《行政处罚事先（听证）告知书》";
        };
    }

    /** A measure may always be heard, a fine from a threshold on: that of the article, else the general one. */
    private void hearingRight(Fields fields) {
        Optional<Yuan> sum = act(ActKind.NOTICE_ISSUED).flatMap(CaseAct::amount);
        Yuan threshold = order.file()
                .subject()
                .match(violation -> law.citation(violation.matter()), county -> Optional.<LawCitation>empty())
                .map(LawFields::basis)
                .flatMap(LegalBasis::hearingAbove)
                .orElseGet(() -> terms.penalties().hearingThreshold(order.date()));
        if (sum.map(amount -> amount.atLeast(threshold)).orElse(true)) {
            fields.put(DocumentField.HEARING_RIGHT, "听证");
        }
    }

    private void handlers(Fields fields) {
        fields.put(
                DocumentField.HANDLERS,
                Acts.last(file, Procedure.PENALTY, ActKind.INVESTIGATED)
                        .or(() -> Acts.last(file, Procedure.PENALTY, ActKind.DATA_REVIEWED))
                        .or(() -> Acts.last(file, Procedure.ORDER, ActKind.ORDER_ISSUED))
                        .map(Acts::who));
    }
}
