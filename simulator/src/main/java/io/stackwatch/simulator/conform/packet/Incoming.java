package io.stackwatch.simulator.conform.packet;

import java.util.function.Function;

/** What came over the wire: a packet whose length, checksum and end are right, or bytes that are none. */
public sealed interface Incoming permits Packet, Incoming.Broken {

    /** Calls the function of the variant. */
    <T> T match(Function<Packet, T> packet, Function<Broken, T> broken);

    /** For people: one line, bounded, passwords and keys replaced. */
    String shown();

    /**
     * Bytes that are no packet of the standard.
     *
     * @param reason what is wrong, with the value that was expected
     * @param text the bytes as text, bounded
     */
    record Broken(String reason, String text) implements Incoming {

        @Override
        public <T> T match(Function<Packet, T> packet, Function<Broken, T> broken) {
            return broken.apply(this);
        }

        @Override
        public String shown() {
            return text + "  (" + reason + ")";
        }
    }
}
