package io.stackwatch.core.exceedance;

import java.util.Optional;
import java.util.function.Function;

/** Whether an hour's mean was above what was allowed, or why that was not judged. Every due hour has one. */
public sealed interface Verdict {

    /** Calls the function of the variant. */
    <T> T match(Function<Within, T> within, Function<Exceeds, T> exceeds, Function<NotJudged, T> notJudged);

    /** The variant as a label. */
    default Outcome outcome() {
        return match(within -> Outcome.WITHIN, exceeds -> Outcome.EXCEEDS, notJudged -> Outcome.NOT_JUDGED);
    }

    /** What was compared; empty if nothing was. */
    default Optional<Comparison> comparison() {
        return match(w -> Optional.of(w.used()), e -> Optional.of(e.used()), n -> Optional.empty());
    }

    /** At or below the limit. */
    record Within(Comparison used) implements Verdict {
        @Override
        public <T> T match(Function<Within, T> within, Function<Exceeds, T> exceeds, Function<NotJudged, T> notJudged) {
            return within.apply(this);
        }
    }

    /**
     * Above the limit.
     *
     * @param used what was compared
     * @param ratio by how many times the limit (超标倍数), exact, above zero: (value - limit) / limit
     */
    record Exceeds(Comparison used, Fraction ratio) implements Verdict {
        @Override
        public <T> T match(Function<Within, T> within, Function<Exceeds, T> exceeds, Function<NotJudged, T> notJudged) {
            return exceeds.apply(this);
        }
    }

    /**
     * Not compared; never to be read as within.
     *
     * @param reason why
     * @param detail the flag, mark, number or document concerned
     */
    record NotJudged(NotJudgedReason reason, String detail) implements Verdict {
        @Override
        public <T> T match(Function<Within, T> within, Function<Exceeds, T> exceeds, Function<NotJudged, T> notJudged) {
            return notJudged.apply(this);
        }
    }
}
