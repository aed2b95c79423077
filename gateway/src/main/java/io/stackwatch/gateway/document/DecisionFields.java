package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.Procedure;
import io.stackwatch.core.enforcement.Strand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The decisions, orders, checks, demands and appeals of the case, in the words of later documents. */
final class DecisionFields {

    private static final List<ActKind> APPEALS = List.of(
            ActKind.RECONSIDERATION_FILED,
            ActKind.RECONSIDERATION_UPHELD,
            ActKind.LITIGATION_FILED,
            ActKind.LITIGATION_UPHELD,
            ActKind.APPEAL_ANNULLED);

    private final DocumentOrder order;
    private final CaseFile file;

    DecisionFields(DocumentOrder order) {
        this.order = order;
        this.file = order.file();
    }

    void read(Fields fields) {
        own(ActKind.DECIDED)
                .ifPresent(act -> fields.put(
                        DocumentField.DECISION,
                        "《" + decisionTitle() + "》（" + Acts.numberOf(act) + "，" + ChineseText.day(act.day()) + "）"));
        fields.put(DocumentField.DECISION_SERVED, own(ActKind.DECISION_SERVED).map(act -> ChineseText.day(act.day())));
        fields.put(
                DocumentField.ORIGINAL_DECISION,
                Acts.last(file, Procedure.PENALTY, ActKind.DECIDED)
                        .map(act -> "我局于" + ChineseText.day(act.day()) + "作出《行政处罚决定书》（" + Acts.numberOf(act) + "）"));
        corrections(fields);
        own(ActKind.DEMAND_SERVED)
                .ifPresent(act -> fields.put(
                        DocumentField.DEMAND,
                        "于" + ChineseText.day(act.day()) + "送达《履行催告书》（送达凭证：" + Acts.numberOf(act) + "），催告其履行义务"));
        String appeals = own().stream()
                .filter(act -> APPEALS.contains(act.kind()))
                .map(act -> ChineseText.day(act.day()) + appeal(act.kind()))
                .collect(Collectors.joining("；"));
        fields.put(DocumentField.APPEAL, appeals.isEmpty() ? "当事人未申请行政复议，也未提起行政诉讼" : appeals);
        county(fields);
        fields.put(DocumentField.HEAD_OPINION, headOpinion());
        fields.put(
                DocumentField.HANDLERS_OPINION,
                Acts.last(file, Procedure.PENALTY, ActKind.DATA_REVIEWED)
                        .map(act -> act.header().reason()));
    }

    private void corrections(Fields fields) {
        int number = order.strand().procedure() == Procedure.DAILY_PENALTY
                ? order.strand().number()
                : file.strands(Procedure.ORDER).size();
        if (number == 0) {
            return;
        }
        Optional<CaseAct> issued = Acts.order(file, number, ActKind.ORDER_ISSUED);
        Optional<CaseAct> served = Acts.order(file, number, ActKind.ORDER_SERVED);
        issued.ifPresent(order -> served.ifPresent(day -> fields.put(
                DocumentField.CORRECTION_ORDER,
                "《责令改正违法行为决定书》（" + Acts.numberOf(order) + "），于" + ChineseText.day(day.day()) + "送达")));
        Acts.order(file, number, ActKind.RECHECKED)
                .ifPresent(act -> fields.put(
                        DocumentField.RECHECK,
                        ChineseText.day(act.day()) + "，执法人员" + Acts.who(act) + "对你单位进行复查，发现你单位"
                                + act.found().map(Acts::found).orElse("")));
    }

    private void county(Fields fields) {
        own(ActKind.LISTED)
                .ifPresent(act -> fields.put(
                        DocumentField.LISTED_BY,
                        "《挂牌督办通知书》（" + Acts.numberOf(act) + "，" + ChineseText.day(act.day()) + "）"));
        fields.put(DocumentField.PLAN_FILED_DAY, own(ActKind.PLAN_FILED).map(act -> ChineseText.day(act.day())));
        fields.put(
                DocumentField.RELEASE_APPLIED_DAY, own(ActKind.RELEASE_APPLIED).map(act -> ChineseText.day(act.day())));
        own(ActKind.VERIFIED)
                .ifPresent(act -> fields.put(
                        DocumentField.VERIFICATION,
                        ChineseText.day(act.day()) + "，核查人员" + Acts.who(act) + "核查，结论为"
                                + act.found().map(Acts::found).orElse("") + "："
                                + act.header().reason()));
    }

    /** What the head wrote when he approved the form. */
    private Optional<String> headOpinion() {
        ActKind approving =
                switch (order.kind()) {
                    case CLOSING_FORM -> ActKind.CASE_CLOSED;
                    default -> ActKind.FILED;
                };
        return Acts.last(file, Procedure.PENALTY, approving)
                .map(act -> act.header().reason() + "\n" + act.header().by().id() + "　" + ChineseText.day(act.day()));
    }

    private Optional<CaseAct> own(ActKind kind) {
        return Acts.last(file, order.strand(), kind);
    }

    private List<CaseAct> own() {
        Strand strand = order.strand();
        return file.acts().stream()
                .filter(act -> act.header().strand().equals(strand))
                .toList();
    }

    private String decisionTitle() {
        return switch (order.strand().procedure()) {
            case DAILY_PENALTY -> "按日连续处罚决定书";
            case SUSPENSION -> "责令限制生产（停产整治）决定书";
            case CLOSURE -> "责令停业、关闭决定书";
            case PENALTY, ORDER, LISTING -> "行政处罚决定书";
        };
    }

    private static String appeal(ActKind kind) {
        return switch (kind) {
            case RECONSIDERATION_FILED -> "申请行政复议";
            case RECONSIDERATION_UPHELD -> "行政复议决定维持";
            case LITIGATION_FILED -> "提起行政诉讼";
            case LITIGATION_UPHELD -> "人民法院判决驳回诉讼请求";
            default -> "处罚决定被撤销";
        };
    }
}
