package io.stackwatch.core.marking;

import java.util.List;
import java.util.function.Function;

/** Answer to a {@link Filing}. */
public sealed interface FilingDecision {

    /** Calls the function of the variant. */
    <T> T match(Function<Taken, T> taken, Function<NotTaken, T> notTaken);

    /**
     * It is a new version, whatever it counts.
     *
     * @param version what is kept
     * @param filed how it was filed, with the reason
     * @param replaced acts of earlier versions that were open
     */
    record Taken(MarkVersion version, MarkAct filed, List<MarkAct> replaced) implements FilingDecision {

        public Taken {
            replaced = List.copyOf(replaced);
        }

        @Override
        public <T> T match(Function<Taken, T> taken, Function<NotTaken, T> notTaken) {
            return taken.apply(this);
        }
    }

    /**
     * It is none.
     *
     * @param reason why not
     * @param found what was wrong, in words
     */
    record NotTaken(Reason reason, String found) implements FilingDecision {
        @Override
        public <T> T match(Function<Taken, T> taken, Function<NotTaken, T> notTaken) {
            return notTaken.apply(this);
        }
    }

    /** Why a filing is not taken; with the field concerned and what would have been right. */
    enum Reason {
        /** Another version was filed in the meantime. */
        STALE_VERSION("version", "the number of the latest version"),
        /** The mark was withdrawn; a new one is filed instead. */
        WITHDRAWN("mark", "a mark that was not withdrawn"),
        /** A change speaks of another outlet. */
        OTHER_OUTLET("outlet", "the outlet of the mark"),
        /** No such kind of mark. */
        KIND_UNKNOWN("kind", "a code of the kinds of marks"),
        /** The kind does not hold for these hours. */
        KIND_NOT_IN_FORCE("kind", "a kind that holds at the start of the span"),
        /** A working condition is of the whole outlet. */
        FACTORS_OF_A_WORKING_CONDITION("factors", "no factors for a working-condition mark"),
        /** The span does not lie on whole minutes. */
        NOT_WHOLE_MINUTES("from and until", "whole minutes"),
        /** The span is longer than one mark may be. */
        TOO_LONG("until", "a span of at most marking.longest-span"),
        /** The marking window has closed, and nothing explains why it is late. */
        EXPLANATION_MISSING("explanation", "why it is filed after 12:00 of the following day"),
        /** The marking window has closed, and nothing proves what it says. */
        PROOF_MISSING("proofs", "at least one file that proves it");

        private final String field;
        private final String expected;

        Reason(String field, String expected) {
            this.field = field;
            this.expected = expected;
        }

        /** Which field is wrong. */
        public String field() {
            return field;
        }

        /** What would have been right. */
        public String expected() {
            return expected;
        }
    }
}
