package io.stackwatch.gateway.api;

import io.stackwatch.core.access.Access.Reason;
import io.stackwatch.gateway.access.Peer;
import io.stackwatch.gateway.access.SignInAnswer.Opened;
import io.stackwatch.gateway.access.SignInAnswer.Shut;
import io.stackwatch.gateway.access.Standing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Signing in and out. What hashes passwords runs on workers of its own, a few at a time, so that it cannot hold up anybody else. */
final class SessionEndpoints {

    private static final int HASHINGS = 2;
    private static final int WAITING = 16;

    private final Optional<Entrance> entrance;
    private final AccessTable table;
    private final Workers workers;
    private final Workers hashing;

    /**
     * @param entrance empty if nobody can sign in
     * @param hashing workers for what hashes passwords
     */
    SessionEndpoints(Optional<Entrance> entrance, AccessTable table, Workers workers, Workers hashing) {
        this.entrance = entrance;
        this.table = table;
        this.workers = workers;
        this.hashing = hashing;
    }

    static Workers hashing(Vertx vertx) {
        return new Workers(vertx, "sign-in-worker", HASHINGS, WAITING);
    }

    Future<SessionView> show(RoutingContext context) {
        return Future.succeededFuture(view(Visit.standing(context)));
    }

    Future<SessionView> signIn(RoutingContext context, JsonObject body) {
        Entrance in = required();
        Peer peer = Visit.peer(context.request());
        Optional<String> before = Visit.token(context.request());
        return hashing.run(() ->
                        in.desk().signIns().signIn(body.getString("account"), body.getString("password"), peer, before))
                .map(answer -> answer.<SessionView>match(
                        opened -> opened(context, opened),
                        () -> {
                            throw new Refusal(
                                    Problem.of(401, "Unauthorized", "the account or the password is not right")
                                            .because("REFUSED"));
                        },
                        shut -> {
                            throw shut(context, shut);
                        }));
    }

    Future<SessionView> signOut(RoutingContext context) {
        Entrance in = required();
        Optional<Standing> standing = Visit.standing(context);
        if (standing.isPresent() && !Visit.isGuarded(context.request(), standing.get())) {
            throw new Refusal(Problem.of(403, "Forbidden", "the header " + Visit.CSRF + " is missing")
                    .because(Reason.CSRF.name()));
        }
        Optional<String> token = Visit.token(context.request());
        return workers.run(() -> {
                    token.ifPresent(in.desk().sessions()::signOut);
                    return true;
                })
                .map(done -> {
                    context.response().putHeader("Set-Cookie", Visit.cookie(context.request(), ""));
                    return view(Optional.empty());
                });
    }

    Future<SessionView> change(RoutingContext context, JsonObject body) {
        Entrance in = required();
        Peer peer = Visit.peer(context.request());
        String token = Visit.token(context.request()).orElseThrow();
        return hashing.run(() ->
                        in.desk().signIns().change(token, body.getString("current"), body.getString("next"), peer))
                .map(answer -> answer.<SessionView>match(
                        opened -> opened(context, opened),
                        () -> {
                            throw new Refusal(Problem.badParameter(
                                    "body field current", "the present password is another", "the present password"));
                        },
                        shut -> {
                            throw shut(context, shut);
                        },
                        unfit -> {
                            throw new Refusal(Problem.badParameter(
                                    "body field next",
                                    unfit.fault().name(),
                                    "at least " + unfit.rule().shortest() + " characters, at most "
                                            + unfit.rule().longest()
                                            + " bytes, not the account's name, not the old one"));
                        }));
    }

    private SessionView opened(RoutingContext context, Opened opened) {
        context.response().putHeader("Set-Cookie", Visit.cookie(context.request(), opened.token()));
        return view(Optional.of(opened.standing()));
    }

    private Refusal shut(RoutingContext context, Shut shut) {
        context.response().putHeader("Retry-After", Long.toString(shut.left().toSeconds() + 1));
        return new Refusal(
                Problem.of(429, "Locked until " + shut.until(), "too many wrong passwords were given for this account")
                        .because("SHUT"));
    }

    private SessionView view(Optional<Standing> standing) {
        return entrance.filter(Entrance::required).isPresent()
                ? SessionView.of(standing, false, table)
                : SessionView.none(table);
    }

    private Entrance required() {
        return entrance.filter(Entrance::required)
                .orElseThrow(() -> new Refusal(Problem.conflict("nobody signs in here: setting api.sign-in is none")));
    }
}
