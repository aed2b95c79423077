package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answer to: should a county be listed (挂牌督办) for a month. The machine proposes; an officer decides. */
public sealed interface ListingAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Proposed, T> proposed, Function<NotProposed, T> notProposed);

    /** Which county. */
    RegionCode county();

    /**
     * It is proposed.
     *
     * @param name of the county
     * @param causes what lets it be proposed, at least one
     * @param bases on what it may rest, for each cause; empty if no row holds then, which an officer must see
     */
    record Proposed(RegionCode county, String name, List<ListingCause> causes, List<ListingBasis> bases)
            implements ListingAnswer {

        public Proposed {
            causes = List.copyOf(causes);
            bases = List.copyOf(bases);
        }

        @Override
        public <T> T match(Function<Proposed, T> proposed, Function<NotProposed, T> notProposed) {
            return proposed.apply(this);
        }
    }

    /**
     * It is not.
     *
     * @param name of the county
     * @param reason why not
     * @param rate of the county, pooled; empty if nothing was due
     * @param required such as 0.9
     * @param exceeding how many of its enterprises exceeded
     * @param several from how many on they are several
     */
    record NotProposed(
            RegionCode county,
            String name,
            Reason reason,
            Optional<Rate> rate,
            BigDecimal required,
            int exceeding,
            int several)
            implements ListingAnswer {
        @Override
        public <T> T match(Function<Proposed, T> proposed, Function<NotProposed, T> notProposed) {
            return notProposed.apply(this);
        }
    }

    /** Why a county is not proposed. Names are shown and never change. */
    enum Reason {
        /** The rate is reached, and too few enterprises exceeded to be several. */
        RATE_REACHED,
        /** Nothing was due, so there is no rate, and too few enterprises exceeded to be several. */
        NOT_RATED
    }
}
