package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.core.enforcement.Strand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order for each kind of document, from the stories of {@link CaseStories}, complete. */
final class Orders {

    static final DocumentWriter WRITER = new DocumentWriter(CaseTerms.load());
    static final Party FIRM =
            new Party("聊城市某某热力有限公司", Optional.of("91371500MA3DEMO00Y"), Optional.of("聊城市东阿县某某路1号"), Optional.of("王某某"));
    static final Party COUNTY = new Party("东阿县人民政府", Optional.empty(), Optional.empty(), Optional.empty());
    static final Letterhead HEAD = new Letterhead(
            "聊城市生态环境局",
            Optional.of("联系人：李明；电话：0635-0000000；地址：聊城市某某路2号"),
            Optional.of("某某银行聊城分行，账号 0000 0000 0000 0000"),
            Optional.of("聊城市人民政府"),
            Optional.of("聊城市东昌府区人民法院"),
            Optional.of("聊城市东昌府区人民法院"));
    static final Approval APPROVAL = new Approval("赵局", Instant.parse("2026-10-20T03:00:00Z"));

    private Orders() {}

    /** What officers write in them. */
    static Map<DocumentField, String> given() {
        Map<DocumentField, String> given = new EnumMap<>(DocumentField.class);
        given.put(DocumentField.DUTY, "《中华人民共和国生态环境法典》关于排放污染物应当符合污染物排放标准");
        given.put(DocumentField.DISCRETION, "综合超标倍数、排放量、区域敏感程度和违法次数等因素，认定违法程度为一般。");
        given.put(DocumentField.MEASURES, "检修脱硫设施，确保二氧化硫排放浓度稳定达到排放标准。");
        given.put(DocumentField.RESTRICTION_EXTENT, "两台锅炉负荷均不得超过额定负荷的60%");
        given.put(DocumentField.ANSWER_TO_STATEMENT, "经复核，你单位提出的理由不能成立，我局不予采纳。");
        given.put(DocumentField.CASE_SOURCE, "污染源自动监控系统超标线索");
        given.put(DocumentField.CLOSING_GROUND, "行政处罚决定已履行完毕");
        given.put(DocumentField.COUNTY_FACTS, "全县污染源自动监控数据传输有效率为88.41%，低于90%的要求，在全市排名末位。");
        given.put(DocumentField.COUNTY_DUTIES, "督促有关企业逐一排查数据缺失原因，限期恢复自动监测设备正常运行。");
        given.put(DocumentField.POLICY_BASIS, "市大气污染防治工作方案关于数据传输有效率的要求");
        given.put(DocumentField.SERVED_DOCUMENT, "行政处罚决定书（聊环罚〔2026〕12号）");
        given.put(DocumentField.SERVED_PLACE, "聊城市东阿县某某路1号");
        given.put(DocumentField.SERVED_WAY, "直接送达");
        given.put(DocumentField.RECIPIENT, FIRM.name());
        given.put(DocumentField.ATTACHMENTS, "1．行政处罚决定书及送达回证\n2．履行催告书及送达回证\n3．证据材料");
        return given;
    }

    static List<EvidenceLine> evidence() {
        return List.of(
                new EvidenceLine("现场检查（勘察）笔录", "排放口及自动监测设备运行情况", "2026年10月9日制作"),
                new EvidenceLine("自动监测小时数据及审核表", "超标时段、浓度和超标倍数", "系统案卷，经两名执法人员审核"),
                new EvidenceLine("证据包", "原始报文、逐级计算过程和限值依据", "SHA-256 3f0a…（见证据包清单）"));
    }

    private record Plan(Matter matter, String story, String strand, String date, String number) {}

    private static final String F = CaseStories.FINE;
    private static final Map<DocumentKind, Plan> PLANS = plans();

    private static Map<DocumentKind, Plan> plans() {
        Map<DocumentKind, Plan> plans = new HashMap<>();
        String daily = F + CaseStories.DAILY;
        String demanded = F + CaseStories.DEMANDED;
        String suspended = F + CaseStories.SUSPENDED;
        put(plans, DocumentKind.FILING_FORM, F, "PENALTY-1", "2026-10-09", "聊环立案〔2026〕31号");
        put(plans, DocumentKind.PRIOR_NOTICE, F, "PENALTY-1", "2026-10-10", "聊环罚告〔2026〕25号");
        put(plans, DocumentKind.PENALTY_DECISION, F, "PENALTY-1", "2026-10-20", "聊环罚〔2026〕12号");
        put(plans, DocumentKind.SERVICE_RECEIPT, F, "PENALTY-1", "2026-10-21", "");
        put(plans, DocumentKind.ORDER_TO_CORRECT, F, "ORDER-1", "2026-10-09", "聊环责改〔2026〕18号");
        put(plans, DocumentKind.DAILY_PRIOR_NOTICE, daily, "DAILY_PENALTY-1", "2026-10-27", "聊环罚告〔2026〕27号");
        put(plans, DocumentKind.DAILY_PENALTY_DECISION, daily, "DAILY_PENALTY-1", "2026-11-05", "聊环罚〔2026〕14号");
        put(plans, DocumentKind.SUSPENSION_PRIOR_NOTICE, suspended, "SUSPENSION-1", "2026-10-22", "聊环停告〔2026〕2号");
        put(plans, DocumentKind.SUSPENSION_DECISION, suspended, "SUSPENSION-1", "2026-10-27", "聊环停〔2026〕2号");
        put(plans, DocumentKind.RESTRICTION_DECISION, suspended, "SUSPENSION-1", "2026-10-27", "聊环限〔2026〕2号");
        put(plans, DocumentKind.SURCHARGE_NOTICE, demanded, "PENALTY-1", "2026-12-10", "聊环加罚〔2026〕3号");
        put(plans, DocumentKind.DEMAND, demanded, "PENALTY-1", "2026-12-10", "聊环催〔2026〕4号");
        put(plans, DocumentKind.COURT_APPLICATION, demanded, "PENALTY-1", "2027-05-06", "聊环执申〔2027〕1号");
        put(plans, DocumentKind.CLOSING_FORM, demanded + CaseStories.PAID, "PENALTY-1", "2026-12-28", "");
        put(plans, DocumentKind.LISTING_NOTICE, CaseStories.LISTED, "LISTING-1", "2026-11-13", "聊环督〔2026〕2号");
        put(plans, DocumentKind.SUPERVISION_ORDER, CaseStories.LISTED, "LISTING-1", "2026-11-13", "聊环督〔2026〕3号");
        put(plans, DocumentKind.RELEASE_NOTICE, CaseStories.LISTED, "LISTING-1", "2027-02-03", "聊环督〔2027〕1号");
        return plans;
    }

    private static void put(
            Map<DocumentKind, Plan> plans, DocumentKind kind, String story, String strand, String date, String number) {
        plans.put(kind, new Plan(Matter.EXCEEDING_STANDARD, story, strand, date, number));
    }

    static List<DocumentKind> kinds() {
        return PLANS.keySet().stream().sorted().toList();
    }

    /** A complete order, approved. */
    static DocumentOrder order(DocumentKind kind) {
        Plan plan = Optional.ofNullable(PLANS.get(kind)).orElseThrow();
        boolean county = plan.strand().startsWith("LISTING");
        CaseFile file = CaseStories.file(
                county ? CaseStories.county() : CaseStories.violation(plan.matter(), "2026-10-08"), plan.story());
        return new DocumentOrder(
                kind,
                plan.number().isEmpty() ? Optional.empty() : Optional.of(DocumentNumber.parse(plan.number())),
                county ? "聊环督案〔2026〕2号" : "聊环立案〔2026〕31号",
                LocalDate.parse(plan.date()),
                HEAD,
                county ? COUNTY : FIRM,
                county ? Optional.empty() : Optional.of("1号锅炉废气排放口（DA001）"),
                file,
                Strand.parse(plan.strand()),
                county ? List.of() : CaseStories.hours("2026-10-08"),
                county ? List.of() : evidence(),
                given(),
                Optional.of(APPROVAL));
    }

    /** The same order, not approved. */
    static DocumentOrder draft(DocumentOrder order) {
        return with(order, order.file(), order.given(), Optional.empty(), order.number());
    }

    static DocumentOrder with(
            DocumentOrder order,
            CaseFile file,
            Map<DocumentField, String> given,
            Optional<Approval> approval,
            Optional<DocumentNumber> number) {
        return new DocumentOrder(
                order.kind(),
                number,
                order.caseNumber(),
                order.date(),
                order.letterhead(),
                order.party(),
                order.outlet(),
                file,
                order.strand(),
                order.hours(),
                order.evidence(),
                given,
                approval);
    }

    static DocumentAnswer.Written written(DocumentOrder order) {
        return WRITER.write(order).match(written -> written, refused -> {
            throw new AssertionError(order.kind() + " " + refused.faults());
        });
    }
}
