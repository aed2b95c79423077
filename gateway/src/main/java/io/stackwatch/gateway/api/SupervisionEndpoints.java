package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.FigureHead;
import io.stackwatch.core.supervision.MonthState;
import io.stackwatch.core.supervision.NationalRate;
import io.stackwatch.core.supervision.Reconciled;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.api.AuditEndpoints.Asked;
import io.stackwatch.gateway.audit.AuditDesk;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.MonthVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Coverage, proposals to list counties, and the national centre's rates. */
final class SupervisionEndpoints {

    private static final int PAGE = 100;

    private final ApiParts parts;
    private final AuditDesk desk;
    private final AuditEndpoints months;

    SupervisionEndpoints(ApiParts parts, AuditEndpoints months) {
        this.parts = parts;
        this.desk = parts.audit();
        this.months = months;
    }

    Callable<?> coverage(Parameters parameters) {
        return () -> new PlantEndpoints.All<>(
                desk.coverage().stream().map(CoverageView.County::of).toList());
    }

    Callable<?> entries(Parameters parameters) {
        Optional<String> county = parameters.query("county");
        Optional<Boolean> lacking = parameters.query("lacking").map(Boolean::valueOf);
        Optional<String> after = Places.read(parameters, word -> word);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                desk.coverage().stream()
                        .filter(one -> county.map(one.code().value()::equals).orElse(true))
                        .flatMap(one -> one.entries().stream())
                        .filter(entry ->
                                lacking.map(asked -> asked == entry.lacking()).orElse(true))
                        .map(CoverageView.Entry::of)
                        .filter(entry -> after.map(last -> entry.place().compareTo(last) > 0)
                                .orElse(true))
                        .limit(limit + 1L)
                        .toList(),
                limit,
                CoverageView.Entry::place);
    }

    Callable<?> listing(Parameters parameters) {
        Asked asked = new Asked(
                AuditEndpoints.month(parameters, "month"),
                parameters.query("version").map(Integer::valueOf),
                Variant.FINAL);
        return () -> {
            MonthVersion version = months.version(asked);
            MonthState state = desk.month(asked.month())
                    .flatMap(file -> file.closing().state())
                    .orElseThrow();
            return new ListingView(
                    asked.month().toString(),
                    version.number(),
                    state,
                    desk
                            .listing(asked.month(), version.number())
                            .orElseThrow(() -> AuditEndpoints.noFigures(asked, version))
                            .stream()
                            .map(ListingView.Answer::of)
                            .toList());
        };
    }

    Callable<?> reconciled(Parameters parameters) {
        Asked asked = AuditEndpoints.asked(parameters);
        Optional<Reconciled.Answer> only = parameters.query("answer").map(Reconciled.Answer::valueOf);
        Optional<String> after = Places.read(parameters, word -> word);
        int limit = parameters.number("limit", PAGE);
        return () -> {
            MonthVersion version = months.version(asked);
            FigureHead head = desk.head(asked.month(), version.number(), asked.variant())
                    .orElseThrow(() -> AuditEndpoints.noFigures(asked, version));
            List<Reconciled> all = desk.reconciled(asked.month(), version.number(), asked.variant());
            Page<ReconciledView> page = Places.page(
                    all.stream()
                            .filter(one ->
                                    only.map(answer -> answer == one.answer()).orElse(true))
                            .map(one -> ReconciledView.of(one, head.required()))
                            .filter(one -> after.map(last -> one.outlet().compareTo(last) > 0)
                                    .orElse(true))
                            .limit(limit + 1L)
                            .toList(),
                    limit,
                    ReconciledView::outlet);
            int differing = (int) all.stream()
                    .filter(one -> one.answer() == Reconciled.Answer.DIFFERS)
                    .count();
            return new ReconciledView.All(
                    asked.month().toString(), version.number(), asked.variant(), differing, page.items(), page.next());
        };
    }

    Callable<?> enter(Parameters parameters) {
        YearMonth month = AuditEndpoints.month(parameters, "month");
        JsonObject body = parameters.body();
        Act act = AuditEndpoints.act(body, parts.clock().instant());
        String document = body.getString("document").strip();
        if (document.isEmpty()) {
            throw new Refusal(
                    Problem.badParameter("body field document", "document is blank", "where the centre says so"));
        }
        List<NationalRate> rates = rates(month, body.getJsonArray("rates"));
        return () -> {
            Optional<String> unknown = desk.enter(rates, document, act);
            if (unknown.isPresent()) {
                throw new Refusal(Problem.badParameter(
                        "body field rates",
                        "there is no outlet '" + unknown.get() + "', nothing was entered",
                        "outlets that are registered"));
            }
            return new ReconciledView.Entered(month.toString(), rates.size());
        };
    }

    private static List<NationalRate> rates(YearMonth month, JsonArray items) {
        List<NationalRate> rates = new ArrayList<>();
        Set<OutletId> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            JsonObject item = items.getJsonObject(i);
            NationalRate rate = rate(month, item, i);
            if (!seen.add(rate.outlet())) {
                throw new Refusal(Problem.badParameter(
                        "body field rates[" + i + "]",
                        "outlet '" + rate.outlet() + "' stands twice",
                        "each outlet once"));
            }
            rates.add(rate);
        }
        return rates;
    }

    private static NationalRate rate(YearMonth month, JsonObject item, int at) {
        String percent = item.getString("percent");
        try {
            return new NationalRate(month, new OutletId(item.getString("outlet")), new BigDecimal(percent));
        } catch (IllegalArgumentException refused) {
            throw new Refusal(Problem.badParameter(
                    "body field rates[" + at + "]",
                    "percent is '" + percent + "' of outlet '" + item.getString("outlet") + "'",
                    "a decimal from 0 to 100 of a named outlet"));
        }
    }
}
