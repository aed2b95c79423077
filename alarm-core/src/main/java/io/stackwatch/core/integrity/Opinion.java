package io.stackwatch.core.integrity;

import java.util.List;
import java.util.function.Function;

/** What a detector has to say of a window. */
public sealed interface Opinion {

    /** Calls the function of the variant. */
    <T> T match(Function<Suspects, T> suspects, Function<NothingFound, T> nothing, Function<CannotSay, T> cannot);

    /** At least one suspicion. */
    record Suspects(List<Suspicion> suspicions) implements Opinion {

        public Suspects {
            if (suspicions.isEmpty()) {
                throw new IllegalArgumentException("no suspicion");
            }
            suspicions = List.copyOf(suspicions);
        }

        @Override
        public <T> T match(
                Function<Suspects, T> suspects, Function<NothingFound, T> nothing, Function<CannotSay, T> cannot) {
            return suspects.apply(this);
        }
    }

    /**
     * Looked, and found nothing. That is no proof of honesty.
     *
     * @param looked how many figures, acts or readings were looked at
     */
    record NothingFound(int looked) implements Opinion {
        @Override
        public <T> T match(
                Function<Suspects, T> suspects, Function<NothingFound, T> nothing, Function<CannotSay, T> cannot) {
            return nothing.apply(this);
        }
    }

    /**
     * Could not look.
     *
     * @param why the kind of reason
     * @param detail in words, with figures
     */
    record CannotSay(Reason why, String detail) implements Opinion {
        @Override
        public <T> T match(
                Function<Suspects, T> suspects, Function<NothingFound, T> nothing, Function<CannotSay, T> cannot) {
            return cannot.apply(this);
        }
    }

    /** Why a detector could not look. Names are stored and never change. */
    enum Reason {
        /** Fewer figures than it needs. */
        TOO_FEW_VALUES,
        /** A factor that it needs is not reported. */
        NOT_MEASURED,
        /** No limit, or no reference oxygen, is in force. */
        NO_LIMIT,
        /** The instrument's range is not registered. */
        NO_RANGE,
        /** Nothing was done that it could look at. */
        NO_ACTS,
        /** Fewer other outlets than it needs. */
        TOO_FEW_OTHERS,
        /** The figures are reported so coarsely that repetition means nothing. */
        TOO_COARSE,
        /** What should move together hardly moves. */
        TOO_STEADY,
        /** A parameter of the detector is not in force at that date. */
        NOT_IN_FORCE
    }
}
