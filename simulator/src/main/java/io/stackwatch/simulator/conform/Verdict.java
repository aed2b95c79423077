package io.stackwatch.simulator.conform;

import java.util.function.Function;

/** What a case came to. */
public sealed interface Verdict {

    /** Calls the function of the variant. */
    <T> T match(Function<Kept, T> kept, Function<Broken, T> broken, Function<NotRun, T> notRun);

    /** The rule is kept. */
    record Kept() implements Verdict {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<Broken, T> broken, Function<NotRun, T> notRun) {
            return kept.apply(this);
        }
    }

    /**
     * The rule is not kept.
     *
     * @param line the line of the script
     * @param step the step that stands there
     * @param expected what it demanded
     * @param seen what was there instead
     */
    record Broken(int line, String step, String expected, String seen) implements Verdict {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<Broken, T> broken, Function<NotRun, T> notRun) {
            return broken.apply(this);
        }
    }

    /**
     * Nobody knows: the case was not played.
     *
     * @param reason what was missing
     */
    record NotRun(String reason) implements Verdict {
        @Override
        public <T> T match(Function<Kept, T> kept, Function<Broken, T> broken, Function<NotRun, T> notRun) {
            return notRun.apply(this);
        }
    }
}
