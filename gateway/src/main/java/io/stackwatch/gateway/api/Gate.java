package io.stackwatch.gateway.api;

import io.stackwatch.core.access.About;
import io.stackwatch.core.access.Access;
import io.stackwatch.core.access.Access.Reason;
import io.stackwatch.core.access.Access.Refused;
import io.stackwatch.core.access.AccessRule;
import io.stackwatch.core.access.Caller;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.gateway.access.Standing;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Lets requests through, or not (decision record 0043): whose session, which role, the token of unsafe requests before anything of the
 * request is read; who is named as acting, and what it is about, before it is validated. The records are asked on workers.
 */
final class Gate {

    private static final String FOUND = "found";
    private static final String BYTES = "application/octet-stream";
    private static final String CHANGE = "changePassword";

    private final Entrance entrance;
    private final AccessTable table;
    private final OperationFinder finder;
    private final Workers workers;

    Gate(Entrance entrance, AccessTable table, OpenAPIContract contract, Workers workers) {
        this.entrance = entrance;
        this.table = table;
        this.finder = new OperationFinder(contract);
        this.workers = workers;
    }

    /** Before the body is read. */
    void enter(RoutingContext context) {
        if (Visit.isForeign(context.request())) {
            context.fail(new Refusal(problem(Reason.FOREIGN_ORIGIN)));
            return;
        }
        Optional<String> token = Visit.token(context.request());
        Optional<OperationFinder.Found> found =
                finder.find(context.request().method().name(), context.normalizedPath());
        found.ifPresent(one -> context.put(FOUND, one));
        context.request().pause();
        workers.run(() -> token.flatMap(entrance.desk().sessions()::of))
                .onSuccess(standing -> {
                    standing.ifPresent(one -> Visit.keep(context, one));
                    Access access = found.map(one ->
                                    entered(context, table.of(one.operation()).rule(), standing))
                            .orElseGet(() -> unknown(standing));
                    context.request().resume();
                    go(context, access, Optional.empty());
                })
                .onFailure(failed -> {
                    context.request().resume();
                    context.fail(failed);
                });
    }

    private static Access entered(RoutingContext context, AccessRule rule, Optional<Standing> standing) {
        return rule.enter(
                standing.map(Standing::caller),
                standing.filter(Standing::mustChange).isPresent()
                        && !rule.operation().equals(CHANGE),
                standing.filter(one -> Visit.isGuarded(context.request(), one)).isPresent());
    }

    /** What the contract does not know is nobody's business who is not signed in. */
    private static Access unknown(Optional<Standing> standing) {
        return standing.isPresent() ? new Access.Permitted(List.of()) : new Refused(Reason.NOT_SIGNED_IN);
    }

    /** When the body has been read, before it is validated. */
    void reach(RoutingContext context) {
        OperationFinder.Found found = context.get(FOUND);
        Optional<Standing> standing = Visit.standing(context);
        if (found == null
                || standing.isEmpty()
                || table.of(found.operation()).rule().open()) {
            context.next();
            return;
        }
        AccessTable.Entry entry = table.of(found.operation());
        Caller caller = standing.get().caller();
        Optional<JsonObject> body = body(context);
        Access named = entry.rule().named(caller, acting(context, body));
        Optional<String> id = entry.named().flatMap(place -> read(place, context, found, body));
        if (named instanceof Refused) {
            go(context, named, id);
            return;
        }
        Callable<Access> asking = entry.rule().about() == About.LISTED
                ? () -> listed(context, entry, caller)
                : () -> entry.rule()
                        .reach(
                                caller,
                                id.map(one -> entrance.subjects()
                                                .of(entry.rule().about(), one))
                                        .orElse(List.of()));
        workers.run(asking).onSuccess(access -> go(context, access, id)).onFailure(context::fail);
    }

    private Access listed(RoutingContext context, AccessTable.Entry entry, Caller caller) {
        Optional<ListCut.Setting> setting = new ListCut(entry, entrance.subjects()).of(caller, context.queryParams());
        setting.filter(one -> !one.name().isEmpty())
                .ifPresent(one -> context.queryParams().set(one.name(), one.value()));
        return setting.isPresent() ? new Access.Permitted(caller.in(entry.rule().roles())) : new Refused(Reason.REACH);
    }

    /** Whether the router has found the operation that was let through; a request that was not looked at goes no further. */
    void same(RoutingContext context, String operation) {
        OperationFinder.Found found = context.get(FOUND);
        if (found != null && found.operation().equals(operation)) {
            context.next();
        } else {
            context.fail(new Refusal(Problem.notFound("operation", operation)));
        }
    }

    private void go(RoutingContext context, Access access, Optional<String> id) {
        Optional<Reason> refused = access.match(permitted -> Optional.empty(), why -> Optional.of(why.reason()));
        if (refused.isEmpty()) {
            context.next();
            return;
        }
        OperationFinder.Found found = context.get(FOUND);
        boolean hidden = refused.get() == Reason.REACH && found != null && id.isPresent();
        context.fail(new Refusal(hidden ? hidden(table.of(found.operation()), id.get()) : problem(refused.get())));
    }

    /** Out of reach is as good as not there. */
    private static Problem hidden(AccessTable.Entry entry, String id) {
        String what = entry.rule().about().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Problem.notFound(what, id).because(Reason.REACH.name());
    }

    private static Problem problem(Reason reason) {
        String detail =
                switch (reason) {
                    case NOT_SIGNED_IN -> "nobody is signed in, or the session has ended";
                    case CSRF -> "the header " + Visit.CSRF + " is missing or another session's";
                    case FOREIGN_ORIGIN -> "the request comes from a page of another server";
                    case MUST_CHANGE_PASSWORD -> "the password must be changed first";
                    case ROLE -> "none of your roles may do this";
                    case NOT_YOU -> "who or by names somebody else than who is signed in";
                    case REACH -> "this goes beyond your division or enterprise";
                };
        boolean unknown = reason == Reason.NOT_SIGNED_IN;
        return Problem.of(unknown ? 401 : 403, unknown ? "Unauthorized" : "Forbidden", detail)
                .because(reason.name());
    }

    private static Optional<JsonObject> body(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith(BYTES)) {
            return Optional.empty(); // a file, whatever is in it; what takes JSON refuses it
        }
        if (context.body() == null
                || context.body().buffer() == null
                || context.body().length() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(context.body().buffer().toJsonObject());
        } catch (DecodeException | ClassCastException notAnObject) {
            return Optional.empty(); // no operation takes it
        }
    }

    /** Whom the request names as the one who acts: {@code who} and {@code by} of the body, and {@code by} of the query. */
    private static List<PersonId> acting(RoutingContext context, Optional<JsonObject> body) {
        List<PersonId> acting = new ArrayList<>();
        for (String name : List.of("who", "by")) {
            body.map(one -> one.getValue(name)).ifPresent(value -> acting.add(person(value.toString())));
        }
        context.queryParams().getAll("by").forEach(value -> acting.add(person(value)));
        return acting;
    }

    /** A blank name is nobody's: the handler says so. */
    private static PersonId person(String text) {
        try {
            return new PersonId(text);
        } catch (IllegalArgumentException blank) {
            return new PersonId("-");
        }
    }

    private static Optional<String> read(
            AccessTable.Place place, RoutingContext context, OperationFinder.Found found, Optional<JsonObject> body) {
        return switch (place.where()) {
            case "path" -> Optional.ofNullable(found.path().get(place.name()));
            case "query" -> Optional.ofNullable(context.queryParams().get(place.name()));
            default -> body.map(one -> one.getValue(place.name())).map(Object::toString);
        };
    }
}
