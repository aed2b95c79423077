package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.LawComparison;
import io.stackwatch.core.enforcement.LawFinding;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.penalty.DailyPenalty;
import io.stackwatch.core.penalty.DailyRound;
import io.stackwatch.core.penalty.FineAnswer;
import io.stackwatch.core.penalty.FineRange;
import io.stackwatch.core.penalty.Surcharge;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.gateway.casework.CaseAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Law and money of a case, line by line. */
record CaseMoneyView(
        Optional<Law> law,
        Optional<Basis> applies,
        Optional<String> originalFine,
        List<Daily> dailyPenalty,
        List<Late> surcharges) {

    static CaseMoneyView of(CaseAccount account) {
        return new CaseMoneyView(
                account.law().map(Law::of),
                account.applies().map(Basis::of),
                account.originalFine().map(Yuan::toString),
                account.rounds().entrySet().stream()
                        .map(entry -> Daily.of(entry.getKey(), entry.getValue()))
                        .toList(),
                account.surcharges().entrySet().stream()
                        .map(entry -> Late.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The law at the violation beside that of now (从旧兼从轻). */
    record Law(
            String outcome,
            String reason,
            List<LawFinding> findings,
            boolean needsConfirmation,
            Optional<Basis> atViolation,
            Optional<Basis> atDecision) {

        static Law of(LawComparison law) {
            return new Law(
                    law.outcome().name(),
                    law.reason(),
                    law.findings().stream().sorted().toList(),
                    law.needsConfirmation(),
                    law.atViolation().map(Basis::of),
                    law.atDecision().map(Basis::of));
        }
    }

    /** An article. */
    record Basis(
            String id,
            String citation,
            String consequence,
            Optional<String> least,
            Optional<String> most,
            String mark) {
        static Basis of(LegalBasis basis) {
            return new Basis(
                    basis.id(),
                    basis.citation(),
                    basis.consequence(),
                    basis.fine().map(FineRange::minimum).map(Yuan::toString),
                    basis.fine().map(FineRange::maximum).map(Yuan::toString),
                    basis.mark().name());
        }
    }

    /** The daily penalty up to the re-check of an order. */
    record Daily(int order, LocalDate served, List<Round> rounds, List<String> calculation) {
        static Daily of(int order, DailyPenalty penalty) {
            return new Daily(
                    order,
                    penalty.served(),
                    penalty.rounds().stream().map(Round::of).toList(),
                    penalty.lines());
        }
    }

    /** A round of it. */
    record Round(int number, LocalDate from, LocalDate to, long days, long daysOfCycle, String amount, String total) {
        static Round of(DailyRound round) {
            return new Round(
                    round.number(),
                    round.from(),
                    round.to(),
                    round.days(),
                    round.daysOfCycle(),
                    round.amount().toString(),
                    round.total().toString());
        }
    }

    /** The surcharge of a strand as of today. */
    record Late(
            String strand,
            String fine,
            LocalDate until,
            long days,
            long notCounted,
            String amount,
            boolean capped,
            List<String> calculation) {

        static Late of(Strand strand, Surcharge surcharge) {
            return new Late(
                    strand.toString(),
                    surcharge.fine().toString(),
                    surcharge.until(),
                    surcharge.days(),
                    surcharge.notCounted(),
                    surcharge.amount().toString(),
                    surcharge.capped(),
                    surcharge.lines());
        }
    }

    /** What the formula of discretion proposes, or why it does not. */
    record Proposal(
            Optional<String> amount,
            Optional<String> amountInWords,
            Optional<String> formula,
            Optional<String> mark,
            List<String> calculation,
            Optional<FineAnswer.Reason> notProposed,
            Optional<String> detail) {

        static Proposal of(FineAnswer answer) {
            return answer.match(
                    proposed -> new Proposal(
                            Optional.of(proposed.proposal().amount().toString()),
                            Optional.of(proposed.proposal().amount().inWords()),
                            Optional.of(proposed.proposal().formula()),
                            Optional.of(proposed.proposal().mark().name()),
                            proposed.proposal().lines(),
                            Optional.empty(),
                            Optional.empty()),
                    none -> new Proposal(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.of(none.reason()),
                            Optional.of(none.detail())));
        }
    }
}
