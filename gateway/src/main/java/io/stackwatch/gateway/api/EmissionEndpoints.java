package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.emission.EmissionDesk;
import io.stackwatch.gateway.emission.EmissionHour;
import io.stackwatch.gateway.emission.EmissionPeriod;
import io.stackwatch.gateway.emission.EmissionScope;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Emission totals, the hours they are made of, and permitted totals. */
final class EmissionEndpoints {

    private static final int PAGE = 100;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final ApiParts parts;
    private final EmissionDesk desk;

    EmissionEndpoints(ApiParts parts) {
        this.parts = parts;
        this.desk = parts.emissions();
    }

    Callable<?> totals(Parameters parameters) {
        EmissionScope scope = scope(parameters);
        EmissionPeriod period = period(parameters.required("period"));
        EmissionPeriod.Split split =
                parameters.query("split").map(EmissionPeriod.Split::valueOf).orElse(EmissionPeriod.Split.NONE);
        return () -> desk.totals(scope, period, split)
                .map(file -> EmissionView.of(file, parts.names()))
                .orElseThrow(() -> new Refusal(Problem.notFound(
                        "registered outlet in the " + scope.kind().name().toLowerCase(Locale.ROOT), scope.id())));
    }

    private static EmissionScope scope(Parameters parameters) {
        List<EmissionScope> named = Stream.of(
                        parameters.query("outlet").map(id -> new EmissionScope(EmissionScope.Kind.OUTLET, id)),
                        parameters.query("enterprise").map(id -> new EmissionScope(EmissionScope.Kind.ENTERPRISE, id)),
                        parameters.query("region").map(id -> new EmissionScope(EmissionScope.Kind.REGION, id)))
                .flatMap(Optional::stream)
                .toList();
        if (named.size() != 1) {
            throw new Refusal(Problem.badParameter(
                    "query parameters outlet, enterprise and region",
                    named.size() + " of them are given",
                    "exactly one"));
        }
        return named.get(0);
    }

    private static EmissionPeriod period(String text) {
        try {
            return EmissionPeriod.parse(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(Problem.badParameter(
                    "query parameter period",
                    "period is '" + text + "'",
                    "a day 2026-11-24, a month 2026-11, a quarter 2026-Q4 or a year 2026"));
        }
    }

    Callable<?> hours(Parameters parameters) {
        OutletId outlet = new OutletId(parameters.path("id"));
        FactorCode factor = new FactorCode(parameters.required("factor"));
        Parameters.Period period = parameters.period(parts.clock().instant());
        if (Duration.between(period.from(), period.until()).compareTo(LONGEST) > 0) {
            throw new Refusal(Problem.badParameter(
                    "query parameters from and until",
                    "the period is " + period.from() + " to " + period.until(),
                    "at most " + LONGEST.toDays() + " days"));
        }
        Optional<Instant> after = Places.read(parameters, Instant::parse);
        int limit = parameters.number("limit", PAGE);
        return () -> {
            if (parts.records().outlet(outlet).isEmpty()) {
                throw new Refusal(Problem.notFound("outlet", outlet.value()));
            }
            List<EmissionHour> hours = desk.hours(outlet, factor, new Window(period.from(), period.until()));
            return Places.page(
                    hours.stream()
                            .filter(hour -> after.map(last ->
                                            hour.accounted().hour().start().isAfter(last))
                                    .orElse(true))
                            .limit(limit + 1L)
                            .map(EmissionHourView::of)
                            .toList(),
                    limit,
                    hour -> hour.start().toString());
        };
    }

    Callable<?> permitted(Parameters parameters) {
        EnterpriseId enterprise = new EnterpriseId(parameters.required("enterprise"));
        return () -> new EmissionView.AllPermitted(desk.permitted(enterprise).stream()
                .map(decision -> EmissionView.Permitted.of(decision, parts.names()))
                .toList());
    }
}
