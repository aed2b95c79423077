package io.stackwatch.gateway.trail;

import java.util.function.Function;

/** Answer to: is the trail as it was written. */
public sealed interface TrailFinding {

    /** Calls the function of the variant. */
    <T> T match(Function<Whole, T> whole, Function<Broken, T> broken);

    /**
     * It is.
     *
     * @param rows how many it has
     * @param sha256 digest of the last row; who notes it elsewhere can prove later that nothing was rewritten
     */
    record Whole(long rows, String sha256) implements TrailFinding {
        @Override
        public <T> T match(Function<Whole, T> whole, Function<Broken, T> broken) {
            return whole.apply(this);
        }
    }

    /**
     * It is not.
     *
     * @param number of the first row that does not fit, or that is missing
     * @param fault what is wrong with it
     * @param detail in words
     */
    record Broken(long number, Fault fault, String detail) implements TrailFinding {
        @Override
        public <T> T match(Function<Whole, T> whole, Function<Broken, T> broken) {
            return broken.apply(this);
        }
    }

    /** What is wrong with a row. Names are shown and never change. */
    enum Fault {
        /** There is no row of that number. */
        MISSING,
        /** It does not follow the row before. */
        NOT_CHAINED,
        /** Its columns are not those that its digest was made of. */
        CHANGED,
        /** There are rows behind the one that was noted as the last, or the noted digest is another. */
        NOT_THE_NOTED_END,
        /** What was done is not what the row says was done. */
        CONTENT_CHANGED
    }
}
