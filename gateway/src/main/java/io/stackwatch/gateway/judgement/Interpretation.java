package io.stackwatch.gateway.judgement;

import java.util.function.Function;
import java.util.function.Supplier;

/** What the core cursor makes of a journal record. */
sealed interface Interpretation {

    <T> T match(Function<Said, T> said, Function<Unusable, T> unusable, Supplier<T> notForUs);

    /** It says something. */
    record Said(FrameFacts facts) implements Interpretation {
        @Override
        public <T> T match(Function<Said, T> said, Function<Unusable, T> unusable, Supplier<T> notForUs) {
            return said.apply(this);
        }
    }

    /** It was accepted and yet cannot be read: to be parked. */
    record Unusable(Reason reason, String detail) implements Interpretation {
        @Override
        public <T> T match(Function<Said, T> said, Function<Unusable, T> unusable, Supplier<T> notForUs) {
            return unusable.apply(this);
        }
    }

    /** It was quarantined or refused, or belongs to another protocol. */
    record NotForUs() implements Interpretation {
        @Override
        public <T> T match(Function<Said, T> said, Function<Unusable, T> unusable, Supplier<T> notForUs) {
            return notForUs.get();
        }
    }

    /** Why an accepted record cannot be read. */
    enum Reason {
        /** The bytes are no frame. */
        NOT_A_FRAME,
        /** The content is encrypted and none of the keys that the station had then opens it. */
        NO_KEY_FITS,
        /** It names no station. */
        NO_STATION,
        /** The station was not registered when it arrived, as the registry stands now. */
        STATION_NOT_REGISTERED,
        /** Reading it failed in our own code. */
        FAILED
    }
}
