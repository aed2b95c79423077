package io.stackwatch.gateway.api;

import io.stackwatch.core.access.About;
import io.stackwatch.core.access.AccessRule;
import io.stackwatch.core.access.Caller;
import io.stackwatch.core.deadline.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who may use which operation, as {@code x-access} of the contract says. Immutable; an operation without it is a broken contract. */
final class AccessTable {

    private final Map<String, Entry> entries;

    private AccessTable(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * One operation.
     *
     * @param rule who may
     * @param named where the id of what it is about stands; empty if there is none
     * @param cut the parameters of a list that cut it
     */
    record Entry(AccessRule rule, Optional<Place> named, Cut cut) {}

    /** A place in the request: {@code path}, {@code query} or {@code body}, and a name in it. */
    record Place(String where, String name) {}

    /** Query parameters that name a division, an enterprise, an outlet; empty where a list has none. */
    record Cut(Optional<String> region, Optional<String> enterprise, Optional<String> outlet) {}

    static AccessTable of(OpenAPIContract contract) {
        Map<String, Entry> entries = new TreeMap<>();
        for (Operation operation : contract.operations()) {
            JsonObject access = operation.getOpenAPIModel().getJsonObject("x-access");
            if (access == null) {
                throw new IllegalStateException("openapi.yaml: " + operation.getOperationId() + " has no x-access");
            }
            entries.put(operation.getOperationId(), entry(operation.getOperationId(), access));
        }
        return new AccessTable(entries);
    }

    Entry of(String operation) {
        return Objects.requireNonNull(entries.get(operation), operation);
    }

    Set<String> operations() {
        return entries.keySet();
    }

    /** The operations that are open to everybody, and those that a caller's roles permit. */
    List<String> permitted(Optional<Caller> caller) {
        List<String> names = new ArrayList<>();
        entries.forEach((name, entry) -> {
            if (entry.rule().open()
                    || caller.filter(one -> !one.in(entry.rule().roles()).isEmpty())
                            .isPresent()) {
                names.add(name);
            }
        });
        return names;
    }

    private static Entry entry(String operation, JsonObject access) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        access.getJsonArray("roles", new JsonArray()).forEach(role -> roles.add(Role.valueOf(role.toString())));
        About about = about(access.getString("about"));
        Optional<Place> named = Optional.ofNullable(access.getString("named"))
                .map(text -> text.split(" ", 2))
                .map(words -> new Place(words[0], words[1]));
        return new Entry(
                new AccessRule(operation, access.getBoolean("public", false), roles, about),
                named,
                new Cut(
                        Optional.ofNullable(access.getString("region")),
                        Optional.ofNullable(access.getString("enterprise")),
                        Optional.ofNullable(access.getString("outlet"))));
    }

    /** {@code caseFile} is CASE_FILE. */
    private static About about(String word) {
        return About.valueOf(word.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }
}
