package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.registry.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who, where and what: the facts of the case in words. */
final class FactFields {

    private static final int VALUE_DECIMALS = 1;
    private static final int RATIO_DECIMALS = 2;

    private final DocumentOrder order;

    FactFields(DocumentOrder order) {
        this.order = order;
    }

    void read(Fields fields) {
        Letterhead head = order.letterhead();
        fields.put(DocumentField.AUTHORITY, head.authority());
        fields.put(DocumentField.CONTACT, head.contact());
        fields.put(DocumentField.ACCOUNT, head.account());
        fields.put(DocumentField.RECONSIDERATION_BODY, head.reconsideration());
        fields.put(DocumentField.COURT, head.litigation());
        fields.put(DocumentField.ENFORCING_COURT, head.enforcement());
        fields.put(DocumentField.PARTY, order.party().name());
        fields.put(DocumentField.CREDIT_CODE, order.party().creditCode());
        fields.put(DocumentField.ADDRESS, order.party().address());
        fields.put(DocumentField.REPRESENTATIVE, order.party().representative());
        fields.put(DocumentField.OUTLET, order.outlet());
        fields.put(DocumentField.CASE_NUMBER, order.caseNumber());
        fields.put(DocumentField.DATE, ChineseText.day(order.date()));
        subject(fields);
        facts().ifPresent(value -> fields.put(DocumentField.FACTS, value));
        order.given().forEach(fields::put);
    }

    private void subject(Fields fields) {
        order.file()
                .subject()
                .match(
                        violation -> {
                            fields.put(DocumentField.CAUSE, ChineseText.cause(violation.matter()));
                            fields.put(
                                    DocumentField.VIOLATION_DAYS,
                                    ChineseText.span(violation.begun(), violation.ended()));
                            return order;
                        },
                        county -> {
                            fields.put(DocumentField.CAUSE, "挂牌督办");
                            fields.put(
                                    DocumentField.COUNTY_MONTH,
                                    county.month().getYear() + "年"
                                            + county.month().getMonthValue() + "月");
                            return order;
                        });
    }

    /** What the hours above the limit come to, each limit and factor in a sentence; empty without such an hour. */
    private Optional<FieldValue> facts() {
        if (order.hours().isEmpty() || order.outlet().isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<ExceedingHour>> groups = new LinkedHashMap<>();
        for (ExceedingHour hour : order.hours()) {
            groups.computeIfAbsent(hour.factor() + "/" + hour.limit().id(), key -> new ArrayList<>())
                    .add(hour);
        }
        StringBuilder text = new StringBuilder(
                "经查，" + (internal() ? "该单位" : "你单位") + order.outlet().get() + "自动监测设备监测数据显示：");
        StringBuilder remark = new StringBuilder();
        groups.values().forEach(hours -> {
            Limit limit = hours.get(0).limit();
            text.append(sentence(hours, limit));
            if (limit.mark() != Verification.VERIFIED) {
                remark.append("限值未经核实（").append(limit.mark()).append("）：").append(limit.instrument());
            }
        });
        return Optional.of(new FieldValue(text.toString(), Optional.empty(), remark.toString()));
    }

    /** Whether it is a form of the authority's own, which does not address the party. */
    private boolean internal() {
        return order.kind() == DocumentKind.FILING_FORM || order.kind() == DocumentKind.CLOSING_FORM;
    }

    private static String sentence(List<ExceedingHour> hours, Limit limit) {
        ExceedingHour first = hours.get(0);
        ExceedingHour last = hours.get(hours.size() - 1);
        ExceedingHour worst =
                hours.stream().max(Comparator.comparing(ExceedingHour::ratio)).orElse(first);
        return ChineseText.span(first.start(), last.start().plusSeconds(3600)) + "，外排废气中" + first.factor() + "小时"
                + (first.converted() ? "折算" : "均值") + "浓度有" + hours.size() + "个小时超过" + limit.instrument() + "（"
                + limit.clause() + "）规定的"
                + limit.allowed().milligramsPerCubicMetre().toPlainString() + "mg/m³限值，最高为"
                + ChineseText.number(worst.value(), VALUE_DECIMALS) + "mg/m³，超标"
                + ChineseText.number(worst.ratio(), RATIO_DECIMALS) + "倍。";
    }
}
