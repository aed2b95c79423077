package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.gateway.relay.packet.Heading;
import java.util.function.Consumer;

/** What is done with a platform's commands (1000 to 3999). Called on the line's event loop; must not block. */
@FunctionalInterface
interface PlatformRequests {

    /** Nothing is done with them. */
    PlatformRequests IGNORED = (request, heading, answer) -> {};

    /**
     * A whole frame; its checksum is to be judged, over plaintext.
     *
     * @param answer writes a packet back to the platform, from any thread; lost if the line is down by then
     */
    void asked(Frame request, Heading heading, Consumer<byte[]> answer);
}
