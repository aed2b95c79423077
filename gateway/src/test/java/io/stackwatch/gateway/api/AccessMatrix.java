package io.stackwatch.gateway.api;

import io.stackwatch.core.access.About;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.gateway.api.AccessTable.Entry;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every operation of the contract as a request about a thing, and what the gate must say to it. Pure. */
final class AccessMatrix {

    /** What stands in variable places that name nothing of which there are two. */
    private static final Map<String, String> MADE_UP = Map.ofEntries(
            Map.entry("id", "1"),
            Map.entry("start", "2026-10-08T08:00:00%2B08:00"),
            Map.entry("month", "2026-10"),
            Map.entry("name", "none"),
            Map.entry("entry", "1"),
            Map.entry("host", "10.1.2.3"),
            Map.entry("thumbprint", "a".repeat(64)),
            Map.entry("objection", "1"),
            Map.entry("number", "1"),
            Map.entry("kind", "FILED"),
            Map.entry("file", "none"),
            Map.entry("person", "nobody"),
            Map.entry("sequence", "1"));

    private static final Map<String, String> QUERY =
            Map.of("factor", "a21026", "span", "HOUR", "period", "2026-10", "enterprise", "E1");

    private AccessMatrix() {}

    /**
     * A request.
     *
     * @param body empty text if it has none
     */
    record Request(String method, String path, String body) {}

    /** A request of an operation by somebody, about the things given. */
    static Request request(Operation operation, Entry entry, Map<About, String> things, String by) {
        Optional<String> id = Optional.ofNullable(things.get(entry.rule().about()));
        String path = operation.getOpenAPIPath();
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.getParameters()) {
            String value = named(entry, parameter)
                    ? id.orElseThrow()
                    : MADE_UP.getOrDefault(parameter.getName(), QUERY.getOrDefault(parameter.getName(), "x"));
            switch (parameter.getIn()) {
                case PATH -> path = path.replace("{" + parameter.getName() + "}", value);
                case QUERY -> {
                    if (parameter.getName().equals("by")) {
                        query.add("by=" + by);
                    } else if (parameter.isRequired() || named(entry, parameter)) {
                        query.add(parameter.getName() + "=" + value);
                    }
                }
                default -> {}
            }
        }
        if (entry.rule().about() == About.LISTED) {
            query.add(entry.cut()
                    .enterprise()
                    .map(name -> name + "=" + things.get(About.ENTERPRISE))
                    .or(() -> entry.cut()
                            .region()
                            .map(name ->
                                    name + "=" + (things.get(About.ENTERPRISE).equals("E1") ? "371524" : "371525")))
                    .orElseThrow());
        }
        JsonObject body = new JsonObject().put("by", by);
        entry.named()
                .filter(place -> place.where().equals("body"))
                .ifPresent(place -> body.put(place.name(), id.orElseThrow()));
        boolean safe = operation.getHttpMethod().name().equals("GET");
        return new Request(
                operation.getHttpMethod().name(),
                path + (query.isEmpty() ? "" : "?" + String.join("&", query)),
                safe ? "" : body.encode());
    }

    private static boolean named(Entry entry, Parameter parameter) {
        return entry.named()
                .filter(place -> place.where().equals(parameter.getIn().toString())
                        && place.name().equals(parameter.getName()))
                .isPresent();
    }

    /**
     * What the gate must say.
     *
     * @param cityWide whether somebody with the role reaches everything
     * @param own whether the request is about his own
     */
    static String expected(Entry entry, Role role, boolean cityWide, boolean own) {
        if (entry.rule().open()) {
            return "through";
        }
        if (!entry.rule().roles().contains(role)) {
            return "403 ROLE";
        }
        return switch (entry.rule().about()) {
            case NOTHING -> "through";
            case CITY -> cityWide ? "through" : "403 REACH";
            case LISTED -> cityWide || own ? "through" : "403 REACH";
            default -> cityWide || own ? "through" : "404 REACH";
        };
    }

    /** The page docs/access.md. */
    static String page(OpenAPIContract contract, AccessTable table) {
        StringBuilder page = new StringBuilder(
                """
                # Who may do what

                Made of `x-access` of [the contract](../gateway/src/main/resources/io/stackwatch/gateway/api/openapi.yaml) by
                `AccessMatrixTest`, which asks every operation as every role, signed in and not, about its own and about somebody
                else's ([0043](adr/0043-who-comes-in-and-how-far.md)). `city`: for grants of the whole city only. `listed`: cut to
                the caller's division or enterprise. `nothing`: the same for everybody who has the role. Anything else: the kind of
                thing whose division and enterprise decide; out of reach it is as if it were not there. Which act of a case is
                whose, says [the process](case-process.md).

                | operation | request | roles | about |
                |---|---|---|---|
                """);
        contract.operations().stream()
                .sorted(Comparator.comparing(Operation::getOpenAPIPath)
                        .thenComparing(operation -> operation.getHttpMethod().name()))
                .forEach(operation -> {
                    Entry entry = table.of(operation.getOperationId());
                    page.append("| `")
                            .append(operation.getOperationId())
                            .append("` | ")
                            .append(operation.getHttpMethod().name())
                            .append(" `")
                            .append(operation.getOpenAPIPath())
                            .append("` | ")
                            .append(
                                    entry.rule().open()
                                            ? "everybody"
                                            : entry.rule().roles().stream()
                                                    .sorted()
                                                    .map(Role::name)
                                                    .collect(Collectors.joining(" ")))
                            .append(" | ")
                            .append(entry.rule()
                                    .about()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' '))
                            .append(" |\n");
                });
        return page.toString();
    }
}
