package io.stackwatch.core.enforcement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answer to: may this be done in this case. */
public sealed interface StepDecision {

    /** Calls the function of the variant. */
    <T> T match(Function<Taken, T> taken, Function<Refused, T> refused);

    /**
     * It may, and the file is as it is then.
     *
     * @param row the row that it takes, with its documents
     * @param after the file with the act
     * @param late the periods that it ends behind their last day; the act stands, and the head is told
     */
    record Taken(ProcessRow row, CaseFile after, List<RunningPeriod> late) implements StepDecision {
        public Taken {
            late = List.copyOf(late);
        }

        @Override
        public <T> T match(Function<Taken, T> taken, Function<Refused, T> refused) {
            return taken.apply(this);
        }
    }

    /**
     * It may not.
     *
     * @param reason why
     * @param strand in which strand
     * @param state where that stands; empty if it has not begun
     * @param event what was to be done
     * @param path the way so far
     * @param detail what does not hold, in words
     */
    record Refused(Reason reason, Strand strand, Optional<Stage> state, ActKind event, List<String> path, String detail)
            implements StepDecision {
        public Refused {
            path = List.copyOf(path);
        }

        /** State, event, reason and the way so far, in one line. */
        public String message() {
            return event + " in state " + state.map(Stage::name).orElse("[*]") + " of " + strand + ": " + reason
                    + (detail.isEmpty() ? "" : " (" + detail + ")") + ", path " + path;
        }

        @Override
        public <T> T match(Function<Taken, T> taken, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Why something may not be done. Names are stored and never change. */
    enum Reason {
        /** The table has no such row. */
        NO_SUCH_STEP,
        /** The table has rows for it, and what the act carries fits none. */
        CONTENT_FITS_NO_ROW,
        /** The procedure belongs to another kind of file. */
        OTHER_SUBJECT,
        /** The number of the strand is not the next one. */
        STRAND_NUMBER,
        /** The same procedure still goes on in another strand. */
        STILL_OPEN,
        /** The role may not do it. */
        ROLE_MAY_NOT,
        /** He may not act in this county. */
        OTHER_REGION,
        /** He acts for another enterprise. */
        OTHER_ENTERPRISE,
        /** It is entered before the act that was entered last. */
        OUT_OF_ORDER,
        /** Its day lies behind its entry. */
        IN_THE_FUTURE,
        /** A document was served before it was issued. */
        SERVED_BEFORE_ISSUED,
        /** A guard of the row does not hold. */
        GUARD
    }
}
