package io.stackwatch.core.limit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answer to: which limit was in force there and then. */
public sealed interface LimitLookup {

    /** Calls the function of the variant. */
    <T> T match(Function<InForce, T> inForce, Function<None, T> none);

    /** The limits that were not used, with the reason for each. */
    List<PassedOver> passedOver();

    /** The limit, if one was in force. */
    default Optional<Limit> limit() {
        return match(found -> Optional.of(found.used()), none -> Optional.empty());
    }

    /** One was. */
    record InForce(Limit used, List<PassedOver> passedOver) implements LimitLookup {
        public InForce {
            passedOver = List.copyOf(passedOver);
        }

        @Override
        public <T> T match(Function<InForce, T> inForce, Function<None, T> none) {
            return inForce.apply(this);
        }
    }

    /** None was; the hour cannot be judged. */
    record None(Reason reason, List<PassedOver> passedOver) implements LimitLookup {
        public None {
            passedOver = List.copyOf(passedOver);
        }

        @Override
        public <T> T match(Function<InForce, T> inForce, Function<None, T> none) {
            return none.apply(this);
        }
    }

    /** Why no limit was in force. */
    enum Reason {
        /** No row covers this outlet and factor. */
        NO_ROW,
        /** Rows cover it, but none at that instant. */
        NONE_IN_FORCE_THEN,
        /** Only targets of policy cover it. */
        ONLY_POLICY_TARGETS
    }
}
