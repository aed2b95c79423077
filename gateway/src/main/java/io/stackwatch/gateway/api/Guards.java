package io.stackwatch.gateway.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is true for every request: headers that keep a browser to this page, and no service under a foreign name.
 *
 * <p>Without the check of the name, a page of the internet could let its own name point to this machine and read along
 * with the officer's browser.
 */
final class Guards {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Guards() {}

    static void route(Router router, String host, Optional<Entrance> entrance) {
        Set<String> names = names(host, entrance);
        router.route().handler(context -> {
            context.response()
                    .putHeader("Content-Security-Policy", POLICY)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("X-Frame-Options", "DENY")
                    .putHeader("Referrer-Policy", "no-referrer")
                    .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                    .putHeader("Cross-Origin-Resource-Policy", "same-origin");
            if (isOwnName(context, names)) {
                context.next();
            } else {
                context.fail(new Refusal(Problem.of(
                        421,
                        "Misdirected Request",
                        "this server does not answer to this name; settings http.host and api.names")));
            }
        });
    }

    private static Set<String> names(String host, Optional<Entrance> entrance) {
        Set<String> names = new HashSet<>(OWN_NAMES);
        names.add(host.toLowerCase(Locale.ROOT));
        entrance.filter(Entrance::required)
                .ifPresent(one -> one.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT))));
        return Set.copyOf(names);
    }

    private static boolean isOwnName(RoutingContext context, Set<String> names) {
        var authority = context.request().authority();
        return authority != null && names.contains(authority.host().toLowerCase(Locale.ROOT));
    }
}
