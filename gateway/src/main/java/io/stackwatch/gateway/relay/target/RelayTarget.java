package io.stackwatch.gateway.relay.target;

import java.util.Optional;

/**
 * An upper platform (上位机) to which frames are forwarded (转发).
 *
 * @param name what it is called here
 * @param kind whose it is
 * @param host where it listens
 * @param port where it listens
 * @param start where a target begins that is new
 * @param wanted which frames it gets
 * @param rewriting what is changed on the way; empty for a transparent relay, which changes no byte
 * @param control which stations it may command
 * @param delivery how it is sent to
 */
public record RelayTarget(
        TargetName name,
        PlatformKind kind,
        String host,
        int port,
        Start start,
        Wanted wanted,
        Optional<Rewriting> rewriting,
        Control control,
        Delivery delivery) {

    public RelayTarget {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("target " + name + " has no address: " + host + ":" + port);
        }
    }

    /** Where a new target begins. */
    public enum Start {
        /** With what comes from now on. */
        NOW,
        /** With the oldest frame that is kept. */
        OLDEST
    }
}
