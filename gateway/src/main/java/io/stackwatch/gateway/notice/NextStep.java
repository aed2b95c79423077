package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Address;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What is to be done with a notice, and why. */
sealed interface NextStep {

    /** Calls the function of the variant. */
    <T> T match(
            Function<Told, T> told, Function<UnderWay, T> underWay, Function<Try, T> tries, Function<GiveUp, T> giveUp);

    /** Nothing: it is with the reader or on its way to them. */
    record Told(DeliveryState state) implements NextStep {
        @Override
        public <T> T match(
                Function<Told, T> told,
                Function<UnderWay, T> underWay,
                Function<Try, T> tries,
                Function<GiveUp, T> giveUp) {
            return told.apply(this);
        }
    }

    /** Wait for what the channel says to this attempt. */
    record UnderWay(Delivery attempt) implements NextStep {
        @Override
        public <T> T match(
                Function<Told, T> told,
                Function<UnderWay, T> underWay,
                Function<Try, T> tries,
                Function<GiveUp, T> giveUp) {
            return underWay.apply(this);
        }
    }

    /** Use the first of these ways that is open; there is at least one. */
    record Try(List<Way> ways) implements NextStep {
        @Override
        public <T> T match(
                Function<Told, T> told,
                Function<UnderWay, T> underWay,
                Function<Try, T> tries,
                Function<GiveUp, T> giveUp) {
            return tries.apply(this);
        }
    }

    /** Nothing any more. */
    record GiveUp(Ground ground, DeliveryFault last) implements NextStep {
        @Override
        public <T> T match(
                Function<Told, T> told,
                Function<UnderWay, T> underWay,
                Function<Try, T> tries,
                Function<GiveUp, T> giveUp) {
            return giveUp.apply(this);
        }
    }

    /** Why a notice is given up. */
    enum Ground {
        /** It is too old to be worth another attempt. */
        TOO_OLD,
        /** Every channel has refused it for good. */
        NO_WAY_LEFT
    }

    /**
     * One way to the recipient.
     *
     * @param address where
     * @param attempt which attempt it would be there
     * @param from not before this moment
     * @param why what speaks for it
     */
    record Way(Address address, int attempt, Instant from, Why why) {}

    /** What speaks for a way. */
    enum Why {
        /** It is the usual channel, never tried. */
        USUAL,
        /** It failed there and may get through now. */
        AGAIN,
        /** The channels before it have failed. */
        OTHERS_FAILED,
        /** A notice of this level does not wait for the usual channel. */
        MAY_NOT_WAIT
    }
}
