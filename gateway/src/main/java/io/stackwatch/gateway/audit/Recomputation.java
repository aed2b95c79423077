package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.MonthDecision.Refused;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of an officer's wish to have a month counted again. */
public sealed interface Recomputation {

    /** Calls the function of the variant. */
    <T> T match(
            Function<Made, T> made, Function<NotMade, T> notMade, Function<Behind, T> behind, Supplier<T> overtaken);

    /**
     * There is a new version.
     *
     * @param version its number
     */
    record Made(int version) implements Recomputation {
        @Override
        public <T> T match(
                Function<Made, T> made,
                Function<NotMade, T> notMade,
                Function<Behind, T> behind,
                Supplier<T> overtaken) {
            return made.apply(this);
        }
    }

    /** There is none, and why. */
    record NotMade(Refused why) implements Recomputation {
        @Override
        public <T> T match(
                Function<Made, T> made,
                Function<NotMade, T> notMade,
                Function<Behind, T> behind,
                Supplier<T> overtaken) {
            return notMade.apply(this);
        }
    }

    /**
     * There is none because what came before the request is not all judged yet; to be asked for again.
     *
     * @param lag how much waits, in words
     */
    record Behind(String lag) implements Recomputation {
        @Override
        public <T> T match(
                Function<Made, T> made,
                Function<NotMade, T> notMade,
                Function<Behind, T> behind,
                Supplier<T> overtaken) {
            return behind.apply(this);
        }
    }

    /** Somebody else had it counted again at the same time; that version is there, this one is not. */
    record Overtaken() implements Recomputation {
        @Override
        public <T> T match(
                Function<Made, T> made,
                Function<NotMade, T> notMade,
                Function<Behind, T> behind,
                Supplier<T> overtaken) {
            return overtaken.get();
        }
    }
}
