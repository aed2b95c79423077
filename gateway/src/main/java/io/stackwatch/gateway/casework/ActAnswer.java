package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.StepDecision;
import java.util.function.Function;

/** Answer to somebody who wants to do something in a case. */
public sealed interface ActAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Kept, T> kept, Function<NotTaken, T> notTaken, Function<NotKept, T> notKept);

    /**
     * It was done and is kept.
     *
     * @param file in which case
     * @param trail number of its row in the audit trail
     */
    record Kept(CaseFileId file, long trail) implements ActAnswer {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<NotTaken, T> notTaken, Function<NotKept, T> notKept) {
            return kept.apply(this);
        }
    }

    /** The tables refuse it. */
    record NotTaken(StepDecision.Refused why) implements ActAnswer {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<NotTaken, T> notTaken, Function<NotKept, T> notKept) {
            return notTaken.apply(this);
        }
    }

    /** It did not come to the tables, or does not go by them. */
    record NotKept(Reason reason, String detail) implements ActAnswer {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<NotTaken, T> notTaken, Function<NotKept, T> notKept) {
            return notKept.apply(this);
        }
    }

    /** Why it was not kept. Names are shown and counted, and never change. */
    enum Reason {
        /** There is no such thing. */
        UNKNOWN,
        /** Nobody of that name is registered in that role today. */
        NOT_REGISTERED,
        /** His role, county or enterprise does not let him. */
        NOT_HIS,
        /** It was done before. */
        DONE_BEFORE,
        /** Something that it must carry is missing, or it carries what it may not. */
        INCOMPLETE,
        /** The amount does not go with what was calculated. */
        AMOUNT_NOT_ALLOWED,
        /** Two files cannot become one, or one not two; the detail begins with what does not fit. */
        FITS_NOT
    }
}
