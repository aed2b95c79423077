package io.stackwatch.gateway.api;

import io.stackwatch.gateway.plant.BoilerFile;
import io.stackwatch.gateway.plant.PlantDesk;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.TrustActRow;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Boilers of the city's list, OPC UA sources, and the acts that decide about certificates. */
final class PlantEndpoints {

    private static final int PAGE = 100;

    private final ApiParts parts;
    private final PlantDesk desk;

    PlantEndpoints(ApiParts parts) {
        this.parts = parts;
        this.desk = parts.plants();
    }

    /** A list that is short. */
    record All<T>(List<T> items) {}

    Callable<?> boilers(Parameters parameters) {
        Optional<Boolean> must = parameters.query("mustBeOnline").map(Boolean::valueOf);
        Optional<Boolean> online = parameters.query("online").map(Boolean::valueOf);
        Optional<String> after = Places.read(parameters, word -> word);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                desk.boilers().stream()
                        .filter(file -> matches(must, file.answer().mustBeOnline())
                                && matches(online, file.answer().online()))
                        .filter(file ->
                                after.map(last -> id(file).compareTo(last) > 0).orElse(true))
                        .limit(limit + 1L)
                        .map(BoilerView::of)
                        .toList(),
                limit,
                BoilerView::id);
    }

    private static String id(BoilerFile file) {
        return file.boiler().id().value();
    }

    private static boolean matches(Optional<Boolean> wanted, boolean is) {
        return wanted.map(asked -> asked == is).orElse(true);
    }

    Callable<?> sources(Parameters parameters) {
        return () -> new All<>(desk.sources().stream().map(SourceView::of).toList());
    }

    Callable<?> source(Parameters parameters) {
        String id = parameters.path("id");
        return () -> desk.source(id)
                .map(SourceView::of)
                .orElseThrow(() -> new Refusal(Problem.notFound("registered source", id)));
    }

    Callable<?> gaps(Parameters parameters) {
        String id = parameters.path("id");
        int limit = parameters.number("limit", PAGE);
        return () -> {
            if (desk.source(id).isEmpty()) {
                throw new Refusal(Problem.notFound("registered source", id));
            }
            return new All<>(
                    desk.gaps(id, limit).stream().map(SourceGapView::of).toList());
        };
    }

    Callable<?> certificates(Parameters parameters) {
        return () -> new CertificateView.All(
                desk.certificates().stream().map(CertificateView::of).toList(),
                desk.trustActs(PAGE).stream().map(CertificateView.Decision::of).toList());
    }

    Callable<?> trust(Parameters parameters) {
        return decide(parameters, TrustActRow.Kind.TRUSTED, "rejected certificate");
    }

    Callable<?> withdraw(Parameters parameters) {
        return decide(parameters, TrustActRow.Kind.WITHDRAWN, "trusted certificate");
    }

    private Callable<?> decide(Parameters parameters, TrustActRow.Kind kind, String what) {
        String thumbprint = parameters.path("thumbprint");
        JsonObject body = parameters.body();
        Act act = act(body);
        return () -> desk.decide(thumbprint, kind, act)
                .map(CertificateView.Decision::of)
                .orElseThrow(() -> new Refusal(Problem.notFound(what, thumbprint)));
    }

    private Act act(JsonObject body) {
        try {
            return new Act(parts.clock().instant(), body.getString("by"), body.getString("reason"));
        } catch (IllegalArgumentException incomplete) {
            throw new Refusal(Problem.badRequest(String.valueOf(incomplete.getMessage())));
        }
    }
}
