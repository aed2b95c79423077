package io.stackwatch.core.penalty;

import java.util.function.Function;

/** What becomes of an officer's amount beside the machine's proposal. */
public sealed interface FineDecision {

    /** Calls the function of the variant. */
    <T> T match(Function<Decided, T> decided, Function<Refused, T> refused);

    /**
     * The officer's amount, which may be another than the proposed one if a reason is given.
     *
     * @param proposal what the machine proposed
     * @param amount what the officer decides
     * @param by who
     * @param reason why; must be given where the amount differs
     * @param mitigation the ground for a fine below the range (减轻; Code art. 1056), may be empty text
     */
    static FineDecision of(FineProposal proposal, Yuan amount, String by, String reason, String mitigation) {
        if (by.isBlank()) {
            return new Refused(Reason.NAME_MISSING);
        }
        if (!amount.equals(proposal.amount()) && reason.isBlank()) {
            return new Refused(Reason.REASON_MISSING);
        }
        if (!proposal.range().maximum().atLeast(amount)) {
            return new Refused(Reason.ABOVE_THE_RANGE);
        }
        if (!amount.atLeast(proposal.range().minimum()) && mitigation.isBlank()) {
            return new Refused(Reason.BELOW_WITHOUT_A_GROUND);
        }
        return new Decided(proposal, amount, by, reason);
    }

    /** It stands, with the proposal beside it. */
    record Decided(FineProposal proposal, Yuan amount, String by, String reason) implements FineDecision {

        /** Whether the officer chose another amount than the machine proposed. */
        public boolean overrides() {
            return !amount.equals(proposal.amount());
        }

        @Override
        public <T> T match(Function<Decided, T> decided, Function<Refused, T> refused) {
            return decided.apply(this);
        }
    }

    /** It does not. */
    record Refused(Reason reason) implements FineDecision {
        @Override
        public <T> T match(Function<Decided, T> decided, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Why an amount is refused. Names are stored and never change. */
    enum Reason {
        /** Nobody is named. */
        NAME_MISSING,
        /** It differs from the proposal and no reason is given. */
        REASON_MISSING,
        /** It lies above what the article allows. */
        ABOVE_THE_RANGE,
        /** It lies below what the article allows, and no ground for mitigation is named. */
        BELOW_WITHOUT_A_GROUND
    }
}
