package io.stackwatch.gateway.api;

import io.stackwatch.core.access.AccessRule;
import io.stackwatch.core.access.Caller;
import io.stackwatch.core.access.Subject;
import io.stackwatch.gateway.access.Standing;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** A listener with a session: it sees what its owner reaches, and is let go when the session ends. Listening keeps no session open. */
final class SignedInAudience implements EventAudience {

    private final Entrance entrance;
    private final Workers workers;
    private final AccessRule rule;
    private final String token;
    private volatile Caller caller;

    SignedInAudience(RoutingContext context, Entrance entrance, AccessRule rule, Workers workers) {
        this.rule = rule;
        this.entrance = entrance;
        this.workers = workers;
        this.token = Visit.token(context.request()).orElseThrow();
        this.caller = Visit.standing(context).map(Standing::caller).orElseThrow();
    }

    @Override
    public boolean sees(Subject subject) {
        return caller.in(rule.roles()).stream().anyMatch(grant -> grant.reach().covers(subject));
    }

    @Override
    public Future<Boolean> stays() {
        return workers.run(() -> {
            Optional<Standing> standing = entrance.desk().sessions().peek(token);
            standing.ifPresent(one -> caller = one.caller());
            return standing.isPresent();
        });
    }
}
