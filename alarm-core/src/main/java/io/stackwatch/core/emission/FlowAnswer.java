package io.stackwatch.core.emission;

import java.util.function.Function;

/** The dry standard flow of an hour, or why there is none. */
sealed interface FlowAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Known, T> known, Function<Unknown, T> unknown);

    /** It is known. */
    record Known(DryFlow flow, FlowBasis basis) implements FlowAnswer {
        @Override
        public <T> T match(Function<Known, T> known, Function<Unknown, T> unknown) {
            return known.apply(this);
        }
    }

    /** It is not. */
    record Unknown(HourEmission.Reason why, String detail) implements FlowAnswer {
        @Override
        public <T> T match(Function<Known, T> known, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }
}
