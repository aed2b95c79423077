package io.stackwatch.core.penalty;

import java.util.function.Function;

/** Answer to: which fine is proposed. */
public sealed interface FineAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Proposed, T> proposed, Function<NotProposed, T> notProposed);

    /** This one. */
    record Proposed(FineProposal proposal) implements FineAnswer {
        @Override
        public <T> T match(Function<Proposed, T> proposed, Function<NotProposed, T> notProposed) {
            return proposed.apply(this);
        }
    }

    /** None. */
    record NotProposed(Reason reason, String detail) implements FineAnswer {
        @Override
        public <T> T match(Function<Proposed, T> proposed, Function<NotProposed, T> notProposed) {
            return notProposed.apply(this);
        }
    }

    /** Why none is proposed. Names are stored and never change. */
    enum Reason {
        /** No formula is in force on the day of the violation. */
        NO_FORMULA_IN_FORCE,
        /** A circumstance that the formula asks for is not known; it is never taken as the lowest. */
        CIRCUMSTANCE_MISSING,
        /** A circumstance was given that the formula does not know. */
        CIRCUMSTANCE_UNKNOWN,
        /** What was found has no level. */
        VALUE_WITHOUT_LEVEL
    }
}
