package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.measurement.FactorCode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which hours somebody wants to go from one file to another. */
public sealed interface RegroupOrder {

    /** Calls the function of the variant. */
    <T> T match(Function<Merge, T> merge, Function<Split, T> split);

    /** The file that goes on. */
    CaseFileId file();

    /** Who, with whom, why. */
    Asks asks();

    /**
     * Who wants it.
     *
     * @param second the second officer, if there is one
     * @param reason why
     */
    record Asks(Who by, Optional<Who> second, String reason) {}

    /**
     * Another file ends and its hours come into this one (并案).
     *
     * @param ends the file that ends
     */
    record Merge(CaseFileId file, CaseFileId ends, Asks asks) implements RegroupOrder {
        @Override
        public <T> T match(Function<Merge, T> merge, Function<Split, T> split) {
            return merge.apply(this);
        }
    }

    /**
     * Hours of this file go into one of their own (分案): those of the factors, and of the hours; all, where none is named.
     *
     * @param hours first instants
     */
    record Split(CaseFileId file, Set<FactorCode> factors, Set<Instant> hours, Asks asks) implements RegroupOrder {
        public Split {
            factors = Set.copyOf(factors);
            hours = Set.copyOf(hours);
        }

        @Override
        public <T> T match(Function<Merge, T> merge, Function<Split, T> split) {
            return split.apply(this);
        }
    }
}
