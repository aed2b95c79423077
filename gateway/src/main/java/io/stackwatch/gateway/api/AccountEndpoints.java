package io.stackwatch.gateway.api;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.access.AccountAnswer;
import io.stackwatch.gateway.access.AccountLine;
import io.stackwatch.gateway.access.Accounts;
import io.stackwatch.gateway.records.PersonRow;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;

/** Accounts, and what persons may do, as an administrator keeps them. */
final class AccountEndpoints {

    private static final String NO_NOTE = "none given";

    private final Optional<Entrance> entrance;

    AccountEndpoints(Optional<Entrance> entrance) {
        this.entrance = entrance;
    }

    /** An account. */
    record View(
            String person,
            String name,
            List<SessionView.GrantView> grants,
            boolean mustChange,
            Instant madeAt,
            String madeBy,
            Instant changedAt,
            Optional<Instant> lockedAt,
            Optional<Instant> shutUntil) {

        static View of(AccountLine line) {
            return new View(
                    line.person().value(),
                    line.name(),
                    line.grants().stream().map(SessionView.GrantView::of).toList(),
                    line.mustChange(),
                    line.madeAt(),
                    line.madeBy(),
                    line.changedAt(),
                    line.lockedAt(),
                    line.shutUntil());
        }
    }

    /** An account, and its password if it was just made. */
    record Done(String person, Optional<String> initialPassword) {}

    Callable<?> accounts(Parameters parameters) {
        return () -> new MarkEndpoints.All<>(desk().all().stream().map(View::of).toList());
    }

    Callable<?> add(Parameters parameters) {
        JsonObject body = parameters.body();
        return done(body.getString("person"), body, (person, order) -> desk().add(person, order));
    }

    Callable<?> reset(Parameters parameters) {
        return done(parameters.path("person"), parameters.body(), (person, order) -> desk().reset(person, order));
    }

    Callable<?> lock(Parameters parameters) {
        return done(parameters.path("person"), parameters.body(), (person, order) -> desk().lock(person, order));
    }

    Callable<?> unlock(Parameters parameters) {
        return done(parameters.path("person"), parameters.body(), (person, order) -> desk().unlock(person, order));
    }

    Callable<?> grant(Parameters parameters) {
        JsonObject body = parameters.body();
        PersonRow person = person(body);
        Accounts.Order order = order(body);
        return () -> CaseworkEndpoints.PersonView.of(desk().grant(person, order));
    }

    private Callable<?> done(String name, JsonObject body, BiFunction<PersonId, Accounts.Order, AccountAnswer> act) {
        PersonId person = identity(name);
        Accounts.Order order = order(body);
        return () -> act.apply(person, order)
                .match(
                        done -> new Done(done.person().value(), done.initialPassword()),
                        unknown -> {
                            throw new Refusal(Problem.notFound("account", name));
                        },
                        not -> {
                            throw new Refusal(Problem.conflict(not.reason() + ": " + person));
                        });
    }

    private Accounts.Order order(JsonObject body) {
        String role = entrance.filter(Entrance::required).isPresent() ? Role.ADMINISTRATOR.name() : "UNSTATED";
        String note = body.getString("note", NO_NOTE).strip();
        return new Accounts.Order(identity(body.getString("by")).value(), role, note.isEmpty() ? NO_NOTE : note);
    }

    private static PersonRow person(JsonObject body) {
        Role role = Role.valueOf(body.getString("role"));
        Optional<String> region = Optional.ofNullable(body.getString("region"));
        Optional<String> enterprise = Optional.ofNullable(body.getString("enterprise"));
        if ((role == Role.ENTERPRISE) != enterprise.isPresent() || (role == Role.COUNTY && region.isEmpty())) {
            throw new Refusal(Problem.badParameter(
                    "body fields role, region and enterprise",
                    role + " with region " + region.orElse("-") + " and enterprise " + enterprise.orElse("-"),
                    "an enterprise for ENTERPRISE and for nobody else, a region for COUNTY"));
        }
        Instant from = MarkBody.instant(body, "validFrom");
        Optional<Instant> until =
                Optional.ofNullable(body.getString("validUntil")).map(text -> MarkBody.instant(body, "validUntil"));
        if (until.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new Refusal(
                    Problem.badParameter("body field validUntil", "it is not behind validFrom", "a later moment"));
        }
        return new PersonRow(
                identity(body.getString("id")),
                role,
                body.getString("name").strip(),
                region.map(RegionCode::new),
                enterprise.map(EnterpriseId::new),
                Optional.ofNullable(body.getString("certificate")),
                new Effective(from, until));
    }

    private static PersonId identity(String text) {
        try {
            return new PersonId(text);
        } catch (IllegalArgumentException blank) {
            throw new Refusal(Problem.badParameter("person", "nobody is named", "the identity of a person"));
        }
    }

    private Accounts desk() {
        return entrance.orElseThrow(() -> new Refusal(Problem.conflict("there are no accounts here")))
                .desk()
                .accounts();
    }
}
