package io.stackwatch.gateway.document;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    static void read(Fields fields, CaseTerms terms, LocalDate day) {
        PERIODS.forEach((field, name) -> {
            Period period = terms.periods().at(new PeriodId(name), day);
            List<String> remarks = new ArrayList<>();
            if (period.mark() != Verification.VERIFIED) {
                remarks.add(period.chinese() + "未经核实（" + period.mark() + "）：" + period.source());
            }
            calendar(terms, period, day).ifPresent(remarks::add);
            fields.put(field, new FieldValue(ChineseText.period(period), Optional.empty(), String.join("；", remarks)));
        });
    }

    /** That the last day cannot be told for certain, if the period begins on the day of the document; the calendar of a year may be unknown. */
    private static Optional<String> calendar(CaseTerms terms, Period period, LocalDate day) {
        return terms.count()
                .end(period, day, List.of())
                .match(
                        ends -> DoubtedDays.of(ends.calculation())
                                .map(why -> period.chinese() + "自" + day + "起算的末日"
                                        + ends.calculation().last() + why),
                        halted -> Optional.empty(),
                        notCounted -> Optional.of(period.chinese() + "自" + day + "起算的末日不能计算：" + notCounted.why()));
    }
}
