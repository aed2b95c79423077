package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What came of holding a stop against the figures of its hours. A contradiction raises a question and proves nothing. */
public sealed interface StopFinding {

    /** Calls the function of the variant. */
    <T> T match(
            Function<Consistent, T> consistent,
            Function<Contradicted, T> contradicted,
            Function<NotCheckable, T> notCheckable);

    /**
     * Every whole hour of the stop has figures, and none contradicts.
     *
     * @param hours how many hours were checked
     */
    record Consistent(int hours) implements StopFinding {
        @Override
        public <T> T match(
                Function<Consistent, T> consistent,
                Function<Contradicted, T> contradicted,
                Function<NotCheckable, T> notCheckable) {
            return consistent.apply(this);
        }
    }

    /**
     * Some figures say that the outlet was running.
     *
     * @param figures which, by hour and factor; at least one
     */
    record Contradicted(List<Contradiction> figures) implements StopFinding {

        public Contradicted {
            figures = List.copyOf(figures);
            if (figures.isEmpty()) {
                throw new IllegalArgumentException("contradicted by nothing");
            }
        }

        @Override
        public <T> T match(
                Function<Consistent, T> consistent,
                Function<Contradicted, T> contradicted,
                Function<NotCheckable, T> notCheckable) {
            return contradicted.apply(this);
        }
    }

    /**
     * There is too little to hold the stop against.
     *
     * @param why in which way
     * @param detail the hours concerned, for people
     */
    record NotCheckable(Reason why, String detail) implements StopFinding {
        @Override
        public <T> T match(
                Function<Consistent, T> consistent,
                Function<Contradicted, T> contradicted,
                Function<NotCheckable, T> notCheckable) {
            return notCheckable.apply(this);
        }
    }

    /**
     * A figure that contradicts.
     *
     * @param factor of what
     * @param hour start of the hour
     * @param value what was measured
     * @param relation how it contradicts
     * @param bound what it was held against, in the same unit
     * @param unit what both count
     */
    record Contradiction(
            FactorCode factor,
            Instant hour,
            BigDecimal value,
            StopBound.Relation relation,
            BigDecimal bound,
            Unit unit) {

        @Override
        public String toString() {
            String word =
                    switch (relation) {
                        case ABOVE -> " > ";
                        case BELOW -> " < ";
                        case AT_LEAST_SHARE_OF_RANGE -> " >= ";
                    };
            return hour + " " + factor + " " + value.toPlainString() + word
                    + bound.stripTrailingZeros().toPlainString() + " " + unit;
        }
    }

    /** Why a stop cannot be checked. Names are stored and never change. */
    enum Reason {
        /** Its hours are not over, or their data may still come. */
        NOT_OVER,
        /** No whole hour lies in it. */
        NO_WHOLE_HOUR,
        /** Some of its hours have no figure that could speak for or against it. */
        NO_FIGURES
    }
}
