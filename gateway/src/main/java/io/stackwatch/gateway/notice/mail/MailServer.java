package io.stackwatch.gateway.notice.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that takes mail from us.
 *
 * @param host of the server
 * @param port usually 587 with STARTTLS, 465 with TLS, 25 inside a network
 * @param security of the connection
 * @param login name and password; empty if it takes mail from us without
 * @param from our address
 * @param patience from the beginning of a connection to the last reply
 */
public record MailServer(
        String host, int port, Security security, Optional<Login> login, String from, Duration patience) {

    /** What a mail address looks like, as far as it is looked at here: nothing that could become a header or another address. */
    static final String ADDRESS = "[^@\\s\\p{Cntrl}<>,;:\"]+@[^@\\s\\p{Cntrl}<>,;:\"]+";

    public MailServer {
        if (host.isBlank() || port < 1 || port > 65_535 || !from.matches(ADDRESS)) {
            throw new IllegalArgumentException("host, port 1 to 65535, our own mail address: " + port);
        }
    }

    /** What stands behind the at sign of our address. */
    String fromHost() {
        return from.substring(from.indexOf('@') + 1);
    }

    /**
     * How the connection is secured.
     *
     * @param mode when it begins
     * @param trusted a PEM file of the certificates that are trusted; empty for those of the platform
     */
    public record Security(Mode mode, Optional<Path> trusted) {

        /** In clear. */
        public static final Security NONE = new Security(Mode.NONE, Optional.empty());
    }

    /** When a connection is secured. */
    public enum Mode {
        /** In clear; inside a network only. */
        NONE,
        /** It begins in clear and is refused unless it can be secured. */
        STARTTLS,
        /** From the first octet. */
        TLS
    }

    /** Name and password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
