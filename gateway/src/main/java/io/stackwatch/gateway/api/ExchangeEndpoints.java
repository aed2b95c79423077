package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.ExchangeState;
import io.stackwatch.connectors.hj212.exchange.Person;
import io.stackwatch.connectors.hj212.exchange.Priority;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.exchange.ActOutcome;
import io.stackwatch.gateway.exchange.ExchangeDesk;
import io.stackwatch.gateway.exchange.Initialisation;
import io.stackwatch.gateway.exchange.OrderOutcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Requests to loggers: ordered, released, called off and followed. */
final class ExchangeEndpoints {

    private static final int PAGE = 100;
    private static final int FRAMES = 20;
    private static final String FLUE_GAS = "31";

    private final ApiParts parts;
    private final ExchangeDesk desk;

    ExchangeEndpoints(ApiParts parts) {
        this.parts = parts;
        this.desk = parts.exchanges();
    }

    Callable<?> exchanges(Parameters parameters) {
        Optional<Mn> station = parameters.query("station").map(Mn::new);
        Optional<ExchangeState> state = parameters.query("state").map(ExchangeState::valueOf);
        Optional<Long> below = Places.read(parameters, Long::valueOf);
        int limit = parameters.number("limit", PAGE);
        return () -> {
            List<Exchange> read = desk.list(station, state, below, limit + 1);
            Page<Exchange> page =
                    Places.page(read, limit, one -> String.valueOf(one.id().value()));
            return new Page<>(page.items().stream().map(ExchangeView::of).toList(), page.next());
        };
    }

    Callable<?> exchange(Parameters parameters) {
        ExchangeId id = id(parameters);
        return () -> desk.file(id).map(ExchangeView.File::of).orElseThrow(() -> unknown(id));
    }

    Callable<?> order(Parameters parameters) {
        JsonObject body = parameters.body();
        ExchangeOrder order = new ExchangeOrder(
                new Mn(body.getString("station")),
                body.getString("st", FLUE_GAS),
                body.getInteger("command"),
                content(body.getJsonArray("content")),
                person(body),
                filled(body, "reason"),
                Priority.OFFICER);
        return () -> ordered(desk.order(order, parts.clock().instant()));
    }

    /** Everything that a host orders of a logger at first, all or nothing. */
    Callable<?> initialise(Parameters parameters) {
        JsonObject body = parameters.body();
        Map<String, String> values = new HashMap<>();
        for (String item : Initialisation.standard().items()) {
            Optional.ofNullable(body.getInteger(item)).ifPresent(value -> values.put(item, String.valueOf(value)));
        }
        List<ExchangeOrder> orders = Initialisation.standard()
                .orders(
                        new Mn(parameters.path("mn")),
                        body.getString("st", FLUE_GAS),
                        values,
                        person(body),
                        filled(body, "reason"));
        return () -> new Page<>(
                desk.orderAll(orders, parts.clock().instant()).stream()
                        .map(ExchangeEndpoints::ordered)
                        .toList(),
                Optional.empty());
    }

    private static ExchangeView ordered(OrderOutcome outcome) {
        return outcome.match(ordered -> ExchangeView.of(ordered.exchange()), refused -> {
            throw new Refusal(problem(refused));
        });
    }

    Callable<?> release(Parameters parameters) {
        ExchangeId id = id(parameters);
        String by = person(parameters.body());
        return () -> answer(id, desk.release(id, by, parts.clock().instant()));
    }

    Callable<?> cancel(Parameters parameters) {
        ExchangeId id = id(parameters);
        String by = person(parameters.body());
        String reason = filled(parameters.body(), "reason");
        return () -> answer(id, desk.cancel(id, by, reason, parts.clock().instant()));
    }

    Callable<?> frames(Parameters parameters) {
        ExchangeId id = id(parameters);
        long behind = Places.read(parameters, Long::valueOf).orElse(0L);
        int limit = parameters.number("limit", FRAMES);
        return () -> {
            if (desk.follow(id).isEmpty()) {
                throw unknown(id);
            }
            Page<Long> page = Places.page(desk.frames(id, behind, limit + 1), limit, String::valueOf);
            List<FrameView> frames = new ArrayList<>();
            for (long sequence : page.items()) {
                FrameView.read(parts.journal(), sequence, parts.frames()).ifPresent(frames::add);
            }
            return new Page<>(frames, page.next());
        };
    }

    private static ExchangeView answer(ExchangeId id, ActOutcome outcome) {
        return outcome.match(
                done -> ExchangeView.of(done.exchange()),
                refused -> {
                    throw new Refusal(Problem.conflict(refused.why()));
                },
                () -> {
                    throw unknown(id);
                });
    }

    private static Problem problem(OrderOutcome.Refused refused) {
        String found = refused.field() + " is '" + refused.found() + "'";
        return refused.why() == OrderOutcome.Why.QUEUE_FULL
                ? Problem.conflict("the station has " + refused.found() + ", expected " + refused.expected())
                : Problem.badParameter("body field " + refused.field(), found, refused.expected());
    }

    private static Refusal unknown(ExchangeId id) {
        return new Refusal(Problem.notFound("exchange", id.toString()));
    }

    private static ExchangeId id(Parameters parameters) {
        return new ExchangeId(parameters.pathNumber("id"));
    }

    private static List<RequestItem> content(JsonArray items) {
        List<RequestItem> content = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonObject item = items.getJsonObject(i);
            content.add(new RequestItem(item.getString("name"), item.getString("value")));
        }
        return content;
    }

    /** A person's name: nobody acts in the machine's. */
    private static String person(JsonObject body) {
        String by = filled(body, "by");
        if (!Person.isPlain(by)) {
            throw new Refusal(Problem.badParameter(
                    "body field by",
                    "by has control or invisible characters",
                    "a name that can be read as it is written"));
        }
        Person person = Person.named(by);
        if (person.isNobody() || person.equals(Person.named(ExchangeEvent.MACHINE))) {
            throw new Refusal(Problem.badParameter("body field by", "by is '" + by + "'", "a person's name"));
        }
        return by;
    }

    private static String filled(JsonObject body, String name) {
        String text = body.getString(name).strip();
        if (text.isEmpty()) {
            throw new Refusal(Problem.badParameter("body field " + name, name + " is blank", "some text"));
        }
        return text;
    }
}
