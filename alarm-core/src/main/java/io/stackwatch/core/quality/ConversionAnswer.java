package io.stackwatch.core.quality;

import io.stackwatch.core.averaging.Conversion;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameter;
import java.math.BigDecimal;
import java.util.function.Function;

/** What came of setting our own conversion beside the logger's; both numbers in the factor's unit. */
public sealed interface ConversionAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Agrees, T> agrees, Function<Deviates, T> deviates, Function<NotCompared, T> not);

    /**
     * Within the tolerance.
     *
     * @param sent the logger's
     * @param own ours, exact
     * @param row the tolerance, a share of ours
     */
    record Agrees(BigDecimal sent, Fraction own, RuleParameter row) implements ConversionAnswer {
        @Override
        public <T> T match(Function<Agrees, T> agrees, Function<Deviates, T> deviates, Function<NotCompared, T> not) {
            return agrees.apply(this);
        }
    }

    /**
     * Beyond the tolerance.
     *
     * @param sent the logger's
     * @param own ours, exact
     * @param row the tolerance, a share of ours
     */
    record Deviates(BigDecimal sent, Fraction own, RuleParameter row) implements ConversionAnswer {

        private static final int SHOWN = 4;

        /** Both numbers for people, ours rounded. */
        public String shown() {
            return "sent " + sent.toPlainString() + ", own "
                    + own.rounded(SHOWN).stripTrailingZeros().toPlainString() + ", tolerance " + row.value();
        }

        @Override
        public <T> T match(Function<Agrees, T> agrees, Function<Deviates, T> deviates, Function<NotCompared, T> not) {
            return deviates.apply(this);
        }
    }

    /** There is nothing to compare. */
    record NotCompared(Reason why) implements ConversionAnswer {
        @Override
        public <T> T match(Function<Agrees, T> agrees, Function<Deviates, T> deviates, Function<NotCompared, T> not) {
            return not.apply(this);
        }
    }

    /** Why nothing was compared. Names are stored and never change. */
    enum Reason {
        /** The logger sent no converted mean. */
        NOT_SENT,
        /** No limit with a reference oxygen is in force. */
        NOT_ASKED,
        /** There is no measured mean. */
        NO_MEAN,
        /** There is no oxygen of the same hour, or not in percent. */
        NO_OXYGEN,
        /** The oxygen is below zero. */
        OXYGEN_NEGATIVE,
        /** The oxygen is so near to air's that conversion has no meaning. */
        OXYGEN_TOO_HIGH;

        static Reason of(Conversion.Reason why) {
            return switch (why) {
                case NOT_ASKED -> NOT_ASKED;
                case NO_MEAN, TOO_FEW_CONVERTED -> NO_MEAN;
                case NO_OXYGEN -> NO_OXYGEN;
                case OXYGEN_NEGATIVE -> OXYGEN_NEGATIVE;
                case OXYGEN_TOO_HIGH -> OXYGEN_TOO_HIGH;
            };
        }
    }
}
