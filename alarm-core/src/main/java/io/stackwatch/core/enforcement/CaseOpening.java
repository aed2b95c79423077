package io.stackwatch.core.enforcement;

import java.util.function.Function;

/** Answer to: are a day's exceedances a candidate case. */
public sealed interface CaseOpening {

    /** Calls the function of the variant. */
    <T> T match(Function<CaseOpened, T> opened, Function<NoCase, T> none);

    /** They are. */
    record CaseOpened(CandidateCase candidate) implements CaseOpening {
        @Override
        public <T> T match(Function<CaseOpened, T> opened, Function<NoCase, T> none) {
            return opened.apply(this);
        }
    }

    /** They are not, or not yet. */
    record NoCase(Reason reason) implements CaseOpening {
        @Override
        public <T> T match(Function<CaseOpened, T> opened, Function<NoCase, T> none) {
            return none.apply(this);
        }
    }

    /** Why there is no case. Names are stored and never change. */
    enum Reason {
        /** The enterprise may still file marks, or the results are not ready. */
        MARKING_WINDOW_OPEN,
        /** The day's case has been opened before. */
        ALREADY_OPEN,
        /** No hour of the day exceeds any more, or none did. */
        NO_EXCEEDANCE_LEFT,
        /** Only targets of policy were exceeded. */
        ONLY_POLICY_TARGET
    }
}
