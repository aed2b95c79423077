package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.relay.packet.Heading;
import java.util.Optional;
import java.util.function.Function;

/** Whether a journal record goes to a target, and why not. */
sealed interface Selection {

    /** The reaction to whichever it is. */
    <T> T match(Function<? super Forward, ? extends T> forward, Function<? super Leave, ? extends T> leave);

    /**
     * It goes.
     *
     * @param lane in which queue
     * @param heading what the frame says of itself
     * @param ask the target's own request that it answers
     */
    record Forward(Lane lane, Heading heading, Optional<Ask> ask) implements Selection {

        @Override
        public <T> T match(Function<? super Forward, ? extends T> forward, Function<? super Leave, ? extends T> leave) {
            return forward.apply(this);
        }
    }

    /** It does not. */
    record Leave(Why why) implements Selection {

        @Override
        public <T> T match(Function<? super Forward, ? extends T> forward, Function<? super Leave, ? extends T> leave) {
            return leave.apply(this);
        }
    }

    /** Why a record is not forwarded. */
    enum Why {
        /** It was quarantined or refused: what failed here is not passed on. */
        NOT_ACCEPTED,
        /** Another connector received it. */
        OTHER_CONNECTOR,
        /** What we made of an outlet for which a logger speaks: it is compared, and goes no further. */
        BESIDE_A_LOGGER,
        /** It says of no station that it comes from it. */
        NO_STATION,
        /** The target has rows of identities, and none for this station. */
        NO_IDENTITY,
        /** The bytes are no frame. */
        NOT_A_FRAME,
        /** The target wants other stations, outlets or regions. */
        OTHER_STATION,
        /** The target wants other commands. */
        OTHER_COMMAND,
        /** A heartbeat is answered here and goes no further. */
        HEARTBEAT,
        /** An answer to a question that no platform has asked. */
        NOBODY_ASKED,
        /** An answer to another platform. */
        ANSWER_TO_ANOTHER
    }
}
