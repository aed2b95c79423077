package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import java.time.Duration;

/**
 * How a server behaves. Immutable.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 chooses a free one
 * @param eventLoops how many event loops share the connections
 * @param limits what the codec may hold for one peer
 * @param maxConnections more are closed at once and counted
 * @param maxInFlight arrivals of one connection that may be unanswered before reading from it stops
 * @param firstByte how long a new connection may stay silent
 * @param idle how long a connection may stay silent later
 * @param quiet after this silence the end of what came may be the end of a frame
 * @param halfFrame after this silence an unfinished frame is given up
 * @param overloadPause how long reading from a peer stops when the keeper is overloaded
 * @param maxJunk bytes without a frame after which the connection is closed
 * @param acceptBacklog connections that the system may hold before we take them
 */
public record ServerOptions(
        String host,
        int port,
        int eventLoops,
        CodecLimits limits,
        int maxConnections,
        int maxInFlight,
        Duration firstByte,
        Duration idle,
        Duration quiet,
        Duration halfFrame,
        Duration overloadPause,
        int maxJunk,
        int acceptBacklog) {

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
        atLeastOne("eventLoops", eventLoops);
        atLeastOne("maxConnections", maxConnections);
        atLeastOne("maxInFlight", maxInFlight);
        atLeastOne("maxJunk", maxJunk);
        atLeastOne("acceptBacklog", acceptBacklog);
        positive("firstByte", firstByte);
        positive("idle", idle);
        positive("quiet", quiet);
        positive("halfFrame", halfFrame);
        positive("overloadPause", overloadPause);
    }

    /** Fit for a city: loopback is left to the operator's choice of host. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                "0.0.0.0",
                9212,
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                CodecLimits.defaults(),
                20_000,
                64,
                Duration.ofSeconds(60),
                // a logger that sends only hours is silent for an hour and a little
                Duration.ofMinutes(70),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                64 * 1024,
                4096);
    }

    /** These options with another address. */
    public ServerOptions withHost(String address) {
        return new ServerOptions(
                address,
                port,
                eventLoops,
                limits,
                maxConnections,
                maxInFlight,
                firstByte,
                idle,
                quiet,
                halfFrame,
                overloadPause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with another port. */
    public ServerOptions withPort(int number) {
        return new ServerOptions(
                host,
                number,
                eventLoops,
                limits,
                maxConnections,
                maxInFlight,
                firstByte,
                idle,
                quiet,
                halfFrame,
                overloadPause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with another number of event loops. */
    public ServerOptions withEventLoops(int loops) {
        return new ServerOptions(
                host,
                port,
                loops,
                limits,
                maxConnections,
                maxInFlight,
                firstByte,
                idle,
                quiet,
                halfFrame,
                overloadPause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with other codec limits. */
    public ServerOptions withLimits(CodecLimits codecLimits) {
        return new ServerOptions(
                host,
                port,
                eventLoops,
                codecLimits,
                maxConnections,
                maxInFlight,
                firstByte,
                idle,
                quiet,
                halfFrame,
                overloadPause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with another most of connections. */
    public ServerOptions withMaxConnections(int connections) {
        return new ServerOptions(
                host,
                port,
                eventLoops,
                limits,
                connections,
                maxInFlight,
                firstByte,
                idle,
                quiet,
                halfFrame,
                overloadPause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with another window per connection. */
    public ServerOptions withMaxInFlight(int arrivals) {
        return new ServerOptions(
                host,
                port,
                eventLoops,
                limits,
                maxConnections,
                arrivals,
                firstByte,
                idle,
                quiet,
                halfFrame,
                overloadPause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with other deadlines for the first byte and for silence later. */
    public ServerOptions withSilence(Duration first, Duration later) {
        return new ServerOptions(
                host,
                port,
                eventLoops,
                limits,
                maxConnections,
                maxInFlight,
                first,
                later,
                quiet,
                halfFrame,
                overloadPause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with other patience for unfinished frames. */
    public ServerOptions withPatience(Duration silence, Duration unfinished) {
        return new ServerOptions(
                host,
                port,
                eventLoops,
                limits,
                maxConnections,
                maxInFlight,
                firstByte,
                idle,
                silence,
                unfinished,
                overloadPause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with another pause after an overload. */
    public ServerOptions withOverloadPause(Duration pause) {
        return new ServerOptions(
                host,
                port,
                eventLoops,
                limits,
                maxConnections,
                maxInFlight,
                firstByte,
                idle,
                quiet,
                halfFrame,
                pause,
                maxJunk,
                acceptBacklog);
    }

    /** These options with another patience for junk. */
    public ServerOptions withMaxJunk(int bytes) {
        return new ServerOptions(
                host,
                port,
                eventLoops,
                limits,
                maxConnections,
                maxInFlight,
                firstByte,
                idle,
                quiet,
                halfFrame,
                overloadPause,
                bytes,
                acceptBacklog);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
