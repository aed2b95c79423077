package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseMoney;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.Procedure;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.enforcement.StrandFile;
import io.stackwatch.core.penalty.DailyPenalty;
import io.stackwatch.core.penalty.DailyRound;
import io.stackwatch.core.penalty.Surcharge;
import io.stackwatch.core.penalty.Yuan;
import java.time.LocalDate;
import java.util.Optional;

/** The amounts of a case, all of them computed or read from its acts. */
final class MoneyFields {

    private final DocumentOrder order;
    private final CaseTerms terms;
    private final CaseMoney money;

    MoneyFields(DocumentOrder order, CaseTerms terms) {
        this.order = order;
        this.terms = terms;
        this.money = new CaseMoney(terms);
    }

    void read(Fields fields) {
        CaseFile file = order.file();
        StrandFile strand = file.strand(order.strand());
        fields.put(
                DocumentField.SURCHARGE_RATE,
                ChineseText.percent(
                        terms.penalties().surchargeRate(order.date()).value()));
        proposed().ifPresent(sum -> fields.put(DocumentField.PROPOSED_FINE, ChineseText.money(sum)));
        strand.fine().ifPresent(sum -> fields.put(DocumentField.FINE, ChineseText.money(sum)));
        money.originalFine(file).ifPresent(sum -> fields.put(DocumentField.ORIGINAL_FINE, ChineseText.money(sum)));
        strand.last(ActKind.SURCHARGE_CONFIRMED)
                .flatMap(CaseAct::amount)
                .ifPresent(sum -> fields.put(DocumentField.CONFIRMED_SURCHARGE, ChineseText.money(sum)));
        round().ifPresent(round -> put(fields, round));
        strand.fine().ifPresent(fine -> owed(fields, strand, fine));
    }

    private Optional<Yuan> proposed() {
        return Acts.last(order.file(), order.strand(), ActKind.NOTICE_ISSUED)
                .or(() -> Acts.last(order.file(), order.strand(), ActKind.CASE_REVIEWED))
                .flatMap(CaseAct::amount);
    }

    /** The round of the daily penalty that a strand is about. */
    Optional<DailyRound> round() {
        return order.strand().procedure() == Procedure.DAILY_PENALTY
                ? money.round(order.file(), order.strand().number())
                : Optional.empty();
    }

    /** The cycle in which it lies, up to it. */
    Optional<DailyPenalty> cycle() {
        return order.strand().procedure() == Procedure.DAILY_PENALTY
                ? money.cycle(order.file(), order.strand().number())
                : Optional.empty();
    }

    private static void put(Fields fields, DailyRound round) {
        fields.put(DocumentField.DAILY_AMOUNT, ChineseText.money(round.amount()));
        fields.put(DocumentField.DAILY_SPAN, ChineseText.day(round.from()) + "至" + ChineseText.day(round.to()));
        fields.put(DocumentField.DAILY_DAYS, round.days() + "日");
        fields.put(DocumentField.DAILY_TOTAL, ChineseText.money(round.total()));
    }

    private void owed(Fields fields, StrandFile strand, Yuan fine) {
        Yuan paid = strand.paid();
        fields.put(DocumentField.PAID, ChineseText.money(paid));
        Yuan unpaid = fine.atLeast(paid) ? fine.minus(paid) : Yuan.ZERO;
        fields.put(DocumentField.UNPAID, ChineseText.money(unpaid));
        surcharge(order.strand(), order.date()).ifPresent(surcharge -> {
            fields.put(DocumentField.SURCHARGE, ChineseText.money(surcharge.amount()));
            fields.put(DocumentField.PAYMENT_DUE, ChineseText.day(surcharge.lastInTime()));
            fields.put(DocumentField.SURCHARGE_DAYS, days(surcharge));
            fields.put(DocumentField.TOTAL_OWED, ChineseText.money(owed(fine.plus(surcharge.amount()), paid)));
        });
    }

    private static Yuan owed(Yuan all, Yuan paid) {
        return all.atLeast(paid) ? all.minus(paid) : Yuan.ZERO;
    }

    Optional<Surcharge> surcharge(Strand strand, LocalDate until) {
        return money.surcharge(order.file(), strand, until);
    }

    private String days(Surcharge surcharge) {
        return "自" + ChineseText.day(surcharge.lastInTime().plusDays(1)) + "起计算至"
                + ChineseText.day(surcharge.until()) + "，计" + surcharge.days() + "日"
                + (surcharge.notCounted() > 0 ? "（行政复议或者行政诉讼期间" + surcharge.notCounted() + "日不计）" : "")
                + (surcharge.capped() ? "，加处罚款的数额以罚款数额为限" : "");
    }
}
