package io.stackwatch.core.measurement;

import java.util.function.Function;

/** Whether an hour's datum counts (HJ 75-2017, HJ 76-2017: at least 45 valid minutes), and by what. */
public sealed interface Validity {

    /** Calls the function of the variant. */
    <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid);

    /** It counts. */
    record Valid(Proof by) implements Validity {
        @Override
        public <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid) {
            return valid.apply(this);
        }
    }

    /**
     * It does not count.
     *
     * @param reason why
     * @param detail the flag or the numbers concerned
     */
    record Invalid(Reason reason, String detail) implements Validity {
        @Override
        public <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid) {
            return invalid.apply(this);
        }
    }

    /** What proved the valid minutes. */
    enum Proof {
        /** The logger's hour flag (HJ 212-2017 C.17), not contradicted by its minutes. */
        LOGGER_FLAG,
        /** Minutes counted here. */
        COUNTED_MINUTES
    }

    /** Why an hour's datum does not count. */
    enum Reason {
        /** The logger's hour flag is one that is not usable. */
        FLAGGED,
        /** Too many minutes are known to be invalid, or too few known to be valid where they must be counted. */
        TOO_FEW_VALID_MINUTES,
        /** No flag, and too few minutes to know. */
        VALIDITY_UNKNOWN
    }
}
