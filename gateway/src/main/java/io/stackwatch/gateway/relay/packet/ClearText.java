package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/** Reads a frame whose content may be encrypted. Only rewriting asks for it: a transparent relay passes ciphertext on. */
@FunctionalInterface
public interface ClearText {

    /** The frame in clear; empty if it is encrypted and no key of that time fits. */
    Optional<Frame> open(Mn station, Instant arrivedAt, Frame frame);
}
