package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.quality.QaDesk;
import io.stackwatch.gateway.quality.QaDesk.Recorded;
import io.stackwatch.gateway.records.Act;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Checks of instruments: what was recorded, what it came to, when instruments were out of control. */
final class QaEndpoints {

    private static final int PAGE = 100;

    private final ApiParts parts;
    private final QaDesk desk;

    QaEndpoints(ApiParts parts) {
        this.parts = parts;
        this.desk = parts.checks();
    }

    Callable<?> events(Parameters parameters) {
        OutletId outlet = new OutletId(parameters.path("id"));
        Optional<FactorCode> factor = parameters.query("factor").map(FactorCode::new);
        int limit = parameters.number("limit", PAGE);
        return () -> new QaView.All(desk.events(outlet, factor, limit).stream()
                .map(file -> QaView.of(file, parts.names()))
                .toList());
    }

    Callable<?> record(Parameters parameters) {
        OutletId outlet = new OutletId(parameters.path("id"));
        JsonObject body = parameters.body();
        QaEvent draft = QaBody.draft(outlet, body);
        Act act = act(body);
        return () -> {
            Recorded recorded = desk.record(draft, act);
            return recorded.file()
                    .map(file -> QaView.of(file, parts.names()))
                    .orElseThrow(
                            () -> new Refusal(refusal(recorded.why().orElse(QaDesk.Refused.ALREADY_RECORDED), draft)));
        };
    }

    private static Problem refusal(QaDesk.Refused why, QaEvent draft) {
        return switch (why) {
            case NO_SUCH_OUTLET ->
                Problem.notFound("outlet", draft.subject().outlet().value());
            case NO_SUCH_MEASURAND ->
                Problem.badParameter(
                        "field factor",
                        "no checks are known for " + draft.subject().factor(),
                        "a pollutant, oxygen, or a parameter of the flow");
            case FROM_THE_FUTURE ->
                Problem.badParameter("field madeAt", "madeAt is " + draft.at(), "a moment that has passed");
            case ALREADY_RECORDED ->
                Problem.conflict(
                        "this check of " + draft.subject().factor() + " is recorded already: withdraw it first");
        };
    }

    Callable<?> withdraw(Parameters parameters) {
        long number = parameters.pathNumber("number");
        Act act = act(parameters.body());
        return () -> desk.withdraw(number, act)
                .map(file -> QaView.of(file, parts.names()))
                .orElseThrow(() -> new Refusal(Problem.notFound("check that counts", String.valueOf(number))));
    }

    Callable<?> standing(Parameters parameters) {
        OutletId outlet = new OutletId(parameters.path("id"));
        return () -> QaView.Standing.of(outlet, desk.standing(outlet), parts.names());
    }

    private Act act(JsonObject body) {
        try {
            return new Act(parts.clock().instant(), body.getString("by"), body.getString("reason"));
        } catch (IllegalArgumentException incomplete) {
            throw new Refusal(Problem.badRequest(String.valueOf(incomplete.getMessage())));
        }
    }
}
