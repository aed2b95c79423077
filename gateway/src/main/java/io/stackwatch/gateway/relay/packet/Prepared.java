package io.stackwatch.gateway.relay.packet;

import java.util.List;
import java.util.function.Function;

/** What becomes of a journal record on its way out. */
public sealed interface Prepared {

    /** The reaction to whichever it is. */
    <T> T match(Function<? super Ready, ? extends T> ready, Function<? super Refused, ? extends T> refused);

    /** The packets to send, in order; more than one where the frame had to be split. */
    record Ready(List<Packet> packets) implements Prepared {

        public Ready {
            packets = List.copyOf(packets);
        }

        @Override
        public <T> T match(Function<? super Ready, ? extends T> ready, Function<? super Refused, ? extends T> refused) {
            return ready.apply(this);
        }
    }

    /** It cannot be sent to this platform; it stays in the journal and is counted. */
    record Refused(Why why) implements Prepared {

        @Override
        public <T> T match(Function<? super Ready, ? extends T> ready, Function<? super Refused, ? extends T> refused) {
            return refused.apply(this);
        }
    }

    /** Why something cannot be sent. */
    enum Why {
        /** The bytes are no frame. */
        NOT_A_FRAME,
        /** It has to be rewritten and its content cannot be read: encrypted, and no key fits. */
        ENCRYPTED,
        /** The platform knows the station by no MN. */
        NO_IDENTITY,
        /** It is longer than the platform takes and cannot be split between items. */
        TOO_LONG,
        /** The journal does not hold it any more. */
        GONE,
        /** Our own code failed on it; the log says how. */
        FAILED
    }
}
