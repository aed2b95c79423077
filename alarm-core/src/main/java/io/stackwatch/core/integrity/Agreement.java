package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.util.function.Function;

/** What came of comparing two accounts of one hour. */
public sealed interface Agreement {

    /** Calls the function of the variant. */
    <T> T match(Function<Agrees, T> agrees, Function<Deviates, T> deviates, Function<NotComparable, T> not);

    /**
     * Within the tolerance.
     *
     * @param by how much apart they are, in the factor's unit
     */
    record Agrees(BigDecimal by) implements Agreement {
        @Override
        public <T> T match(Function<Agrees, T> agrees, Function<Deviates, T> deviates, Function<NotComparable, T> not) {
            return agrees.apply(this);
        }
    }

    /**
     * Beyond the tolerance.
     *
     * @param figure which figure deviates
     * @param by how much apart they are, in the factor's unit
     * @param allowed how much apart they may be, in the factor's unit
     */
    record Deviates(Figure figure, BigDecimal by, BigDecimal allowed) implements Agreement {
        @Override
        public <T> T match(Function<Agrees, T> agrees, Function<Deviates, T> deviates, Function<NotComparable, T> not) {
            return deviates.apply(this);
        }
    }

    /** There is nothing to compare. */
    record NotComparable(Reason why) implements Agreement {
        @Override
        public <T> T match(Function<Agrees, T> agrees, Function<Deviates, T> deviates, Function<NotComparable, T> not) {
            return not.apply(this);
        }
    }

    /** Which figure of an hour. */
    enum Figure {
        /** The mean as measured. */
        MEASURED,
        /** The converted mean. */
        CONVERTED
    }

    /** Why two hours were not compared. Names are stored and never change. */
    enum Reason {
        /** The logger has not reported the hour. */
        NOT_REPORTED,
        /** One of them is marked as not usable. */
        FLAGGED,
        /** They count different units. */
        UNIT_DIFFERS,
        /** They have no figure in common. */
        NO_COMMON_FIGURE
    }
}
