package io.stackwatch.simulator.boiler.security;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The matrix against a server that shares no code with our connector: two ends of Milo agree with each other too easily. */
class SecurityOfAnotherServerTest extends SecurityMatrix {

    @Override
    Peer peer(Path place) throws Exception {
        return NodePeer.start(place, List.of());
    }

    @Override
    Peer expiredPeer(Path place) throws Exception {
        Instant yesterday = Clock.systemUTC().instant().minus(Duration.ofDays(1));
        Papers expired = Papers.make(
                place, "expired", "urn:stackwatch:test:peer", yesterday.minus(Duration.ofDays(365)), yesterday);
        return NodePeer.start(place, List.of(expired));
    }
}
