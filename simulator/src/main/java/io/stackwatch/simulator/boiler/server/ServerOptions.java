package io.stackwatch.simulator.boiler.server;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a boiler server listens and keeps its certificates.
 *
 * @param bind address to listen at
 * @param host name that its endpoints and its certificate have
 * @param port to listen at; 0 for a free one, which stays the same over restarts
 * @param folder where {@code own}, {@code trusted}, {@code rejected} and {@code users} are
 * @param validUntil last day of certificates that it makes; empty for ten years. A day of the past makes an expired one
 */
public record ServerOptions(String bind, String host, int port, Path folder, Optional<LocalDate> validUntil) {

    /** The port that OPC UA has by convention. */
    public static final int USUAL_PORT = 4840;

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535: " + port);
        }
    }

    /** At the loop-back address and a free port. */
    public static ServerOptions local(Path folder) {
        return new ServerOptions("127.0.0.1", "localhost", 0, folder, Optional.empty());
    }

    /** The same, making certificates that are valid until that day. */
    public ServerOptions withValidUntil(LocalDate day) {
        return new ServerOptions(bind, host, port, folder, Optional.of(day));
    }
}
