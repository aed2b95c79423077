package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.transmission.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What lets a county be proposed for listing (挂牌督办). */
public sealed interface ListingCause {

    /** Calls the function of the variant. */
    <T> T match(Function<RateBelow, T> rateBelow, Function<SeveralExceeding, T> severalExceeding);

    /** Its name in {@code listing-basis.csv}. */
    default Kind kind() {
        return match(rate -> Kind.RATE_BELOW, several -> Kind.SEVERAL_EXCEEDING);
    }

    /** The kinds. Names are stored and never change. */
    enum Kind {
        /** The effective transmission rate of the county is below the required one. */
        RATE_BELOW,
        /** Several enterprises of the county exceeded in one month. */
        SEVERAL_EXCEEDING
    }

    /**
     * Its rate is below the required one.
     *
     * @param rate of the county, pooled
     * @param required such as 0.9
     * @param below its enterprises below that rate, the lowest first
     */
    record RateBelow(Rate rate, BigDecimal required, List<Below> below) implements ListingCause {

        public RateBelow {
            below = List.copyOf(below);
        }

        @Override
        public <T> T match(Function<RateBelow, T> rateBelow, Function<SeveralExceeding, T> severalExceeding) {
            return rateBelow.apply(this);
        }
    }

    /** An enterprise below the required rate. */
    record Below(EnterpriseId enterprise, String name, Rate rate) {}

    /**
     * Several of its enterprises exceeded.
     *
     * @param several from how many on they are several
     * @param exceeding which, those with the most hours first
     */
    record SeveralExceeding(int several, List<Exceeding> exceeding) implements ListingCause {

        public SeveralExceeding {
            exceeding = List.copyOf(exceeding);
        }

        @Override
        public <T> T match(Function<RateBelow, T> rateBelow, Function<SeveralExceeding, T> severalExceeding) {
            return severalExceeding.apply(this);
        }
    }
}
