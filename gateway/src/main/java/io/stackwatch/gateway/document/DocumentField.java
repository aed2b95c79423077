package io.stackwatch.gateway.document;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a template may ask for, by the Chinese name that it uses. */
public enum DocumentField {
    // who
    AUTHORITY("行政机关"),
    CONTACT("联系方式"),
    ACCOUNT("缴款账户"),
    RECONSIDERATION_BODY("复议机关"),
    COURT("管辖法院"),
    ENFORCING_COURT("执行法院"),
    PARTY("当事人名称"),
    CREDIT_CODE("统一社会信用代码"),
    ADDRESS("当事人住所"),
    REPRESENTATIVE("法定代表人"),
    OUTLET("排放口"),
    // the document
    CASE_NUMBER("案号"),
    DATE("落款日期"),
    CAUSE("案由"),
    // the facts
    FACTS("违法事实"),
    VIOLATION_DAYS("违法时间"),
    COUNTY_MONTH("考核月份"),
    // the law
    BASIS("处罚依据"),
    RANGE("法定罚款幅度"),
    APPLICABLE_LAW("法律适用说明"),
    ORDER_BASIS("责令改正依据"),
    DAILY_BASIS("按日计罚依据"),
    SUSPENSION_BASIS("限产停产依据"),
    SURCHARGE_BASIS("加处罚款依据"),
    LISTING_BASIS("挂牌督办依据"),
    // periods
    STATEMENT_PERIOD("陈述申辩期限"),
    HEARING_PERIOD("听证申请期限"),
    PAYMENT_PERIOD("缴款期限"),
    RECONSIDERATION_PERIOD("复议期限"),
    LITIGATION_PERIOD("诉讼期限"),
    RECHECK_PERIOD("复查期限"),
    PLAN_PERIOD("整改方案期限"),
    RESTRICTION_PERIOD("限制生产期限"),
    COMPLETION_PERIOD("整改完成备案期限"),
    FOLLOW_UP_PERIOD("跟踪检查期限"),
    DEMAND_PERIOD("催告期限"),
    LISTING_PERIOD("督办期限"),
    LISTING_PLAN_PERIOD("督办整改方案期限"),
    // money
    PROPOSED_FINE("拟罚款"),
    FINE("罚款"),
    SURCHARGE_RATE("加处罚款比例"),
    SURCHARGE("加处罚款"),
    CONFIRMED_SURCHARGE("已确认加处罚款"),
    SURCHARGE_DAYS("加处罚款计算"),
    UNPAID("未缴罚款"),
    TOTAL_OWED("应缴总额"),
    PAID("已缴金额"),
    ORIGINAL_FINE("原罚款"),
    DAILY_AMOUNT("按日计罚金额"),
    DAILY_SPAN("计罚期间"),
    DAILY_DAYS("计罚日数"),
    DAILY_TOTAL("累计按日计罚金额"),
    // what was done before
    FILED_DAY("立案日期"),
    NOTICE("事先告知情况"),
    STATEMENT("陈述申辩情况"),
    HEARING("听证情况"),
    HEARING_RIGHT("听证权利告知"),
    LEGAL_REVIEW("法制审核情况"),
    ORIGINAL_DECISION("原处罚决定"),
    DECISION("处罚决定"),
    DECISION_SERVED("决定送达日期"),
    PAYMENT_DUE("缴款截止日期"),
    CORRECTION_ORDER("责令改正决定"),
    RECHECK("复查情况"),
    DEMAND("催告情况"),
    APPEAL("复议诉讼情况"),
    HANDLERS("承办人"),
    HANDLERS_OPINION("承办人意见"),
    HEAD_OPINION("负责人审批意见"),
    LISTED_BY("挂牌督办文件"),
    PLAN_FILED_DAY("整改方案报送日期"),
    RELEASE_APPLIED_DAY("申请销号日期"),
    VERIFICATION("核查情况"),
    // what an officer writes
    DUTY("违反条款", true),
    ADDED_FACTS("补充事实", true),
    ANSWER_TO_STATEMENT("陈述申辩采纳意见", true),
    DISCRETION("裁量说明", true),
    MEASURES("改正要求", true),
    RESTRICTION_EXTENT("限制生产内容", true),
    CASE_SOURCE("案件来源", true),
    CLOSING_GROUND("结案理由", true),
    COUNTY_FACTS("督办事由", true),
    COUNTY_DUTIES("督办要求", true),
    POLICY_BASIS("政策依据", true),
    MATTERS_OF_REGULATION("适用条例的事项", true),
    SERVED_DOCUMENT("送达文书", true),
    SERVED_PLACE("送达地点", true),
    SERVED_WAY("送达方式", true),
    RECIPIENT("受送达人", true),
    ATTACHMENTS("附件目录", true);

    private static final Map<String, DocumentField> BY_LABEL =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(DocumentField::label, Function.identity()));

    private final String label;
    private final boolean given;

    DocumentField(String label) {
        this(label, false);
    }

    DocumentField(String label, boolean given) {
        this.label = label;
        this.given = given;
    }

    /** Its name in templates and refusals. */
    public String label() {
        return label;
    }

    /** Whether an officer writes it; all others are read from file and tables. */
    public boolean isGiven() {
        return given;
    }

    /** The field of a name; empty if none is called so. */
    public static Optional<DocumentField> named(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
