package io.stackwatch.gateway.document;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Periods;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The periods that a document names, as the rows of its day have them. */
final class PeriodFields {

    private static final Map<DocumentField, String> PERIODS = Map.ofEntries(
            Map.entry(DocumentField.STATEMENT_PERIOD, "statement"),
            Map.entry(DocumentField.HEARING_PERIOD, "hearing-request"),
            Map.entry(DocumentField.PAYMENT_PERIOD, "payment"),
            Map.entry(DocumentField.RECONSIDERATION_PERIOD, "reconsideration"),
            Map.entry(DocumentField.LITIGATION_PERIOD, "litigation"),
            Map.entry(DocumentField.RECHECK_PERIOD, "recheck"),
            Map.entry(DocumentField.PLAN_PERIOD, "rectification-plan"),
            Map.entry(DocumentField.RESTRICTION_PERIOD, "restriction"),
            Map.entry(DocumentField.COMPLETION_PERIOD, "completion-report"),
            Map.entry(DocumentField.FOLLOW_UP_PERIOD, "follow-up"),
            Map.entry(DocumentField.DEMAND_PERIOD, "demand"),
            Map.entry(DocumentField.LISTING_PERIOD, "listing"),
            Map.entry(DocumentField.LISTING_PLAN_PERIOD, "listing-plan"));

    private PeriodFields() {}

    static void read(Fields fields, Periods periods, LocalDate day) {
        PERIODS.forEach((field, name) -> {
            Period period = periods.at(new PeriodId(name), day);
            String remark = period.mark() == Verification.VERIFIED
                    ? ""
                    : period.chinese() + "未经核实（" + period.mark() + "）：" + period.source();
            fields.put(field, new FieldValue(ChineseText.period(period), Optional.empty(), remark));
        });
    }
}
