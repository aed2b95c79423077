package io.stackwatch.core.enforcement;

import io.stackwatch.core.penalty.DailyRound;
import io.stackwatch.core.penalty.FineRange;
import io.stackwatch.core.penalty.Surcharge;
import io.stackwatch.core.penalty.Yuan;
import java.util.Optional;

/** Which amounts may stand in a document. */
final class MoneyGuards {

    private MoneyGuards() {}

    private static Optional<Yuan> amount(Situation situation) {
        return situation.act().amount().filter(amount -> amount.compareTo(Yuan.ZERO) > 0);
    }

    static Optional<String> amountGiven(Situation situation) {
        return amount(situation).isPresent() ? Optional.empty() : Optional.of("no amount is named");
    }

    static Optional<String> fineWithinLaw(Situation situation) {
        Optional<LegalBasis> basis = new CaseLaw(situation).applies();
        if (basis.isEmpty()) {
            return Optional.of("which article applies is not decided");
        }
        Optional<FineRange> range = basis.get().fine();
        if (range.isEmpty()) {
            return Optional.of(basis.get().citation() + " names no fine");
        }
        Yuan amount = amount(situation).orElse(Yuan.ZERO);
        boolean mitigated = situation.strand().last(ActKind.MITIGATED).isPresent();
        boolean high = !range.get().maximum().atLeast(amount);
        boolean low = !amount.atLeast(range.get().minimum());
        return high || (low && !mitigated)
                ? Optional.of(amount + " is not in " + range.get() + " of "
                        + basis.get().citation())
                : Optional.empty();
    }

    static Optional<String> notAboveNotice(Situation situation) {
        Yuan announced = situation
                .strand()
                .last(ActKind.NOTICE_ISSUED)
                .flatMap(CaseAct::amount)
                .orElse(Yuan.ZERO);
        Yuan decided = amount(situation).orElse(Yuan.ZERO);
        return announced.atLeast(decided)
                ? Optional.empty()
                : Optional.of(decided + " is above the " + announced + " of the notice");
    }

    static Optional<String> noDiscussionNeeded(Situation situation) {
        Yuan threshold = situation.terms().penalties().discussionThreshold(situation.day());
        Yuan decided = amount(situation).orElse(Yuan.ZERO);
        return decided.atLeast(threshold)
                ? Optional.of(decided + " is decided after collective discussion, from " + threshold + " on")
                : Optional.empty();
    }

    static Optional<String> hearingRight(Situation situation) {
        Optional<CaseAct> notice = situation.strand().last(ActKind.NOTICE_ISSUED);
        Optional<Yuan> announced = notice.flatMap(CaseAct::amount);
        if (announced.isEmpty()) {
            return Optional.empty();
        }
        Yuan threshold = new CaseLaw(situation)
                .applies()
                .flatMap(LegalBasis::hearingAbove)
                .orElseGet(() -> situation
                        .terms()
                        .penalties()
                        .hearingThreshold(notice.map(CaseAct::day).orElse(situation.day())));
        return announced.get().atLeast(threshold)
                ? Optional.empty()
                : Optional.of(announced.get() + " is below " + threshold);
    }

    static Optional<String> originalFineDecided(Situation situation) {
        return new CaseMoney(situation.terms()).originalFine(situation.file()).isPresent()
                ? Optional.empty()
                : Optional.of("no original fine was decided and stands");
    }

    static Optional<String> dailyAmount(Situation situation) {
        int number = situation.act().header().strand().number();
        Optional<DailyRound> round = new CaseMoney(situation.terms()).round(situation.file(), number);
        if (round.isEmpty()) {
            return Optional.of("no round " + number + " can be counted");
        }
        Yuan named = amount(situation).orElse(Yuan.ZERO);
        return named.equals(round.get().amount())
                ? Optional.empty()
                : Optional.of(named + " is not the " + round.get().amount() + " of "
                        + round.get().days() + " days");
    }

    static Optional<String> daysCounted(Situation situation) {
        int number = situation.act().header().strand().number();
        return new CaseMoney(situation.terms()).days(situation.file(), number) > 0
                ? Optional.empty()
                : Optional.of("no day has passed between service and re-check");
    }

    static Optional<String> surchargeAmount(Situation situation) {
        Optional<Surcharge> computed = new CaseMoney(situation.terms())
                .surcharge(situation.file(), situation.act().header().strand(), situation.day());
        Yuan most = computed.map(Surcharge::amount).orElse(Yuan.ZERO);
        Yuan named = amount(situation).orElse(Yuan.ZERO);
        return most.atLeast(named) && named.compareTo(Yuan.ZERO) > 0
                ? Optional.empty()
                : Optional.of(named + " is not between a fen and the " + most + " computed for " + situation.day());
    }

    static Optional<String> surchargeSettled(Situation situation) {
        boolean confirmed = situation.strand().last(ActKind.SURCHARGE_CONFIRMED).isPresent();
        Optional<Surcharge> computed = new CaseMoney(situation.terms())
                .surcharge(situation.file(), situation.act().header().strand(), situation.day());
        return computed.filter(surcharge -> !confirmed && surcharge.amount().compareTo(Yuan.ZERO) > 0)
                .map(surcharge ->
                        "a surcharge of " + surcharge.amount() + " to " + situation.day() + " is not confirmed");
    }
}
