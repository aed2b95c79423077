package io.stackwatch.gateway.marking;

import io.stackwatch.core.marking.FilingDecision;
import io.stackwatch.core.marking.MarkFile;
import java.util.function.Function;

/** What came of a filing. */
public sealed interface FilingAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Kept, T> kept, Function<NotTaken, T> notTaken, Function<Unknown, T> unknown);

    /** A version was kept, whatever it counts. */
    record Kept(MarkFile mark) implements FilingAnswer {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<NotTaken, T> notTaken, Function<Unknown, T> unknown) {
            return kept.apply(this);
        }
    }

    /** The rules do not take it. */
    record NotTaken(FilingDecision.NotTaken why) implements FilingAnswer {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<NotTaken, T> notTaken, Function<Unknown, T> unknown) {
            return notTaken.apply(this);
        }
    }

    /**
     * It speaks of something that is not there.
     *
     * @param what mark, outlet or proof
     * @param id which
     */
    record Unknown(String what, String id) implements FilingAnswer {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<NotTaken, T> notTaken, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }
}
