package io.stackwatch.gateway.api;

import io.stackwatch.gateway.access.Peer;
import io.stackwatch.gateway.access.Standing;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request says about where it comes from and whose it is. */
final class Visit {

    /** The cookie of a session. */
    static final String COOKIE = "stackwatch_session";

    static final String CSRF = "X-CSRF-Token";
    private static final String STANDING = "standing";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Visit() {}

    /** The token of the session that the browser sent; empty if it is none of ours. */
    static Optional<String> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> TOKEN.matcher(value).matches());
    }

    static boolean isSafe(HttpServerRequest request) {
        return SAFE.contains(request.method().name());
    }

    /** Whether a request is safe or carries what a session's unsafe requests carry. */
    static boolean isGuarded(HttpServerRequest request, Standing standing) {
        String sent = request.getHeader(CSRF);
        return isSafe(request)
                || (sent != null
                        && MessageDigest.isEqual(
                                sent.getBytes(StandardCharsets.UTF_8),
                                standing.csrf().getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether an unsafe request comes from a page of another server, as far as the browser says. */
    static boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        HostAndPort own = request.authority();
        if (isSafe(request) || origin == null) {
            return false;
        }
        try {
            URI from = URI.create(origin);
            int usual = "https".equals(from.getScheme()) ? HTTPS : HTTP;
            return own == null
                    || from.getHost() == null
                    || !from.getHost()
                            .toLowerCase(Locale.ROOT)
                            .equals(own.host().toLowerCase(Locale.ROOT))
                    || port(from.getPort(), usual) != port(own.port(), usual);
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }

    static Peer peer(HttpServerRequest request) {
        String agent = request.getHeader("User-Agent");
        SocketAddress address = request.remoteAddress();
        return new Peer(agent == null ? "-" : agent, address == null ? "-" : String.valueOf(address.hostAddress()));
    }

    /** Whether the connection comes from this machine. */
    static boolean isFromHere(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return address != null
                && ("127.0.0.1".equals(address.hostAddress())
                        || "::1".equals(address.hostAddress())
                        || "0:0:0:0:0:0:0:1".equals(address.hostAddress()));
    }

    /** The header that gives the browser its cookie; an empty token takes it away. */
    static String cookie(HttpServerRequest request, String token) {
        HostAndPort own = request.authority();
        boolean here = own != null && THIS_MACHINE.contains(own.host().toLowerCase(Locale.ROOT));
        return COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + (here ? "" : "; Secure")
                + (token.isEmpty() ? "; Max-Age=0" : "");
    }

    static void keep(RoutingContext context, Standing standing) {
        context.put(STANDING, standing);
    }

    /** Whose session the request belongs to; empty if nobody's, or if the gate does not ask. */
    static Optional<Standing> standing(RoutingContext context) {
        Standing standing = context.get(STANDING);
        return Optional.ofNullable(standing);
    }

    private static int port(int given, int usual) {
        return given < 0 ? usual : given;
    }
}
