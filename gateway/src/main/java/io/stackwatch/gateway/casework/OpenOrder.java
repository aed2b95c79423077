package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.registry.RegionCode;
import java.time.YearMonth;
import java.util.function.Function;

/** Which file somebody wants to open. */
public sealed interface OpenOrder {

    /** Calls the function of the variant. */
    <T> T match(Function<OfCandidate, T> candidate, Function<OfCounty, T> county);

    /** Who opens it. */
    Who by();

    /** Why. */
    String reason();

    /**
     * The file of a candidate case.
     *
     * @param livelihood whether the plant serves basic livelihood or the public interest (部令30 art. 7)
     * @param harm whether the act did harm (Code art. 1054)
     */
    record OfCandidate(CaseId candidate, boolean livelihood, boolean harm, Who by, String reason) implements OpenOrder {
        @Override
        public <T> T match(Function<OfCandidate, T> candidateOrder, Function<OfCounty, T> county) {
            return candidateOrder.apply(this);
        }
    }

    /** The file of a county that is proposed for listing because of a month. */
    record OfCounty(RegionCode county, YearMonth month, Who by, String reason) implements OpenOrder {
        @Override
        public <T> T match(Function<OfCandidate, T> candidate, Function<OfCounty, T> countyOrder) {
            return countyOrder.apply(this);
        }
    }
}
