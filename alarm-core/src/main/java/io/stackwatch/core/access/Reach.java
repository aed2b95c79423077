package io.stackwatch.core.access;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.util.function.Function;
import java.util.function.Supplier;

/** How far a grant reaches. */
public sealed interface Reach {

    /** Calls the function of the variant. */
    <T> T match(Supplier<T> city, Function<Division, T> division, Function<Firm, T> firm);

    /** Whether what a request is about lies within. */
    default boolean covers(Subject subject) {
        return match(
                () -> true,
                division -> subject.region().filter(division::holds).isPresent(),
                firm -> subject.enterprise().filter(firm.enterprise()::equals).isPresent());
    }

    /** Everything. */
    record City() implements Reach {
        @Override
        public <T> T match(Supplier<T> city, Function<Division, T> division, Function<Firm, T> firm) {
            return city.get();
        }
    }

    /** A division (GB/T 2260) and everything below it. */
    record Division(RegionCode region) implements Reach {

        /** Whether a division is this one or lies below it: its code goes on where this one ends in pairs of zeros. */
        public boolean holds(RegionCode other) {
            String own = region.value();
            int end = own.length();
            while (end > 2 && own.startsWith("00", end - 2) && end % 2 == 0) {
                end -= 2;
            }
            return other.equals(region) || other.value().startsWith(own.substring(0, end));
        }

        @Override
        public <T> T match(Supplier<T> city, Function<Division, T> division, Function<Firm, T> firm) {
            return division.apply(this);
        }
    }

    /** What is one enterprise's. */
    record Firm(EnterpriseId enterprise) implements Reach {
        @Override
        public <T> T match(Supplier<T> city, Function<Division, T> division, Function<Firm, T> firm) {
            return firm.apply(this);
        }
    }
}
