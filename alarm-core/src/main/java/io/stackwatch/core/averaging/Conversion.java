package io.stackwatch.core.averaging;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.OxygenContent;
import java.util.Optional;
import java.util.function.Function;

/** A mean converted to the reference oxygen content (折算, HJ 75-2017 formula 6), exact, or why it was not. */
public sealed interface Conversion {

    /** Calls the function of the variant. */
    <T> T match(Function<Converted, T> converted, Function<NotConverted, T> not);

    /** The converted mean, if there is one. */
    default Optional<Fraction> value() {
        return match(converted -> Optional.of(converted.mean()), not -> Optional.empty());
    }

    /** It was converted. */
    record Converted(Fraction mean) implements Conversion {
        @Override
        public <T> T match(Function<Converted, T> converted, Function<NotConverted, T> not) {
            return converted.apply(this);
        }
    }

    /** It was not converted. */
    record NotConverted(Reason why) implements Conversion {
        @Override
        public <T> T match(Function<Converted, T> converted, Function<NotConverted, T> not) {
            return not.apply(this);
        }
    }

    /** Why a mean was not converted. */
    enum Reason {
        /** Nothing asks for it: no limit with a reference oxygen is in force. */
        NOT_ASKED,
        /** There is no measured mean. */
        NO_MEAN,
        /** There is no mean of the oxygen of the same minute. */
        NO_OXYGEN,
        /** The oxygen is below zero. */
        OXYGEN_NEGATIVE,
        /** The oxygen is so near to air's that conversion has no meaning. */
        OXYGEN_TOO_HIGH,
        /** Fewer converted minutes than an hour needs valid ones. */
        TOO_FEW_CONVERTED
    }

    /**
     * Converts the mean of a minute: C x (21 - reference) / (21 - O2).
     *
     * @param oxygen the mean of the oxygen in the same minute
     * @param reference the reference oxygen content, if a limit asks for one
     */
    static Conversion of(Mean measured, Mean oxygen, Optional<OxygenContent> reference, AveragingTerms terms) {
        if (reference.isEmpty()) {
            return new NotConverted(Reason.NOT_ASKED);
        }
        if (measured.value().isEmpty()) {
            return new NotConverted(Reason.NO_MEAN);
        }
        if (oxygen.value().isEmpty()) {
            return new NotConverted(Reason.NO_OXYGEN);
        }
        Fraction o2 = oxygen.value().get();
        if (o2.numerator().signum() < 0) {
            return new NotConverted(Reason.OXYGEN_NEGATIVE);
        }
        Fraction left = o2.subtractedFrom(terms.oxygenOfAir());
        if (o2.compareTo(terms.oxygenCeiling()) >= 0 || left.compareTo(terms.denominatorFloor()) < 0) {
            return new NotConverted(Reason.OXYGEN_TOO_HIGH);
        }
        Fraction factor =
                Fraction.of(terms.oxygenOfAir().subtract(reference.get().percent()));
        return new Converted(measured.value().get().times(factor).dividedBy(left));
    }
}
