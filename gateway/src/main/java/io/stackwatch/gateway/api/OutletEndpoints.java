package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.api.CityRecords.HourPlace;
import io.stackwatch.gateway.api.CityRecords.HourQuery;
import io.stackwatch.gateway.records.OwnedBy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Outlets, their judged hours and their series. */
final class OutletEndpoints {

    private static final int PAGE = 100;
    private static final int POINTS = 500;
    private static final int LONGEST_FINDINGS = 92;

    private final ApiParts parts;

    OutletEndpoints(ApiParts parts) {
        this.parts = parts;
    }

    Callable<?> outlets(Parameters parameters) {
        OwnedBy owned = parameters.owned();
        Optional<OutletId> after = Places.read(parameters, OutletId::new);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(parts.records().outlets(owned, after, limit + 1), limit, outlet -> outlet.id()
                .value());
    }

    Callable<?> outlet(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        return () -> existing(id);
    }

    Callable<?> hours(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        Optional<FactorCode> factor = parameters.query("factor").map(FactorCode::new);
        Parameters.Period period = parameters.period(parts.clock().instant());
        Optional<HourPlace> after = Places.hourPlace(parameters);
        int limit = parameters.number("limit", PAGE);
        return () -> {
            existing(id);
            return Places.page(
                    parts.records().hours(new HourQuery(id, factor, period.from(), period.until()), after, limit + 1),
                    limit,
                    hour -> Places.of(hour.start(), hour.factor().id()));
        };
    }

    Callable<?> made(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        Instant start = parameters.pathInstant("start").truncatedTo(ChronoUnit.HOURS);
        Optional<FactorCode> factor = parameters.query("factor").map(FactorCode::new);
        return () -> {
            existing(id);
            return parts.records().made(id, start, factor);
        };
    }

    Callable<?> gaps(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        Parameters.Period period = parameters.period(parts.clock().instant());
        return () -> {
            existing(id);
            return parts.records().gaps(id, period.from(), period.until());
        };
    }

    Callable<?> forecast(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        return () -> {
            existing(id);
            return ForecastView.of(
                    id.value(), parts.clock().instant(), parts.forecasts().of(id), parts.names());
        };
    }

    Callable<?> findings(Parameters parameters) {
        OutletId id = new OutletId(parameters.required("outlet"));
        Parameters.Period period = parameters.period(parts.clock().instant());
        LocalDate first = period.from().atZone(LegalTime.ZONE).toLocalDate();
        LocalDate last = period.until().minusMillis(1).atZone(LegalTime.ZONE).toLocalDate();
        if (first.plusDays(LONGEST_FINDINGS).isBefore(last)) {
            throw new Refusal(Problem.badParameter(
                    "query parameters from and until",
                    "the period is " + first + " to " + last,
                    "at most " + LONGEST_FINDINGS + " days"));
        }
        return () -> {
            existing(id);
            return FindingsView.of(
                    id.value(), first, last, parts.examinations().examined(id, first, last), parts.names());
        };
    }

    Callable<?> readings(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        FactorCode factor = new FactorCode(parameters.required("factor"));
        Span span = Span.valueOf(parameters.required("span"));
        Statistic statistic = parameters
                .query("statistic")
                .flatMap(Statistic::ofSuffix)
                .orElse(span == Span.REALTIME ? Statistic.RTD : Statistic.AVG);
        Parameters.Period period = parameters.period(parts.clock().instant());
        int points = parameters.number("points", POINTS);
        return () -> {
            existing(id);
            ReadingLog.Series series = parts.history()
                    .series(new ReadingLog.Figure(id, factor, statistic, span), period.from(), period.until(), points);
            return new SeriesView(
                    id,
                    parts.names().of(factor),
                    statistic.suffix(),
                    span.name(),
                    period.from(),
                    period.until(),
                    series.thinned(),
                    series.points());
        };
    }

    private OutletView existing(OutletId id) {
        return parts.records().outlet(id).orElseThrow(() -> new Refusal(Problem.notFound("outlet", id.value())));
    }
}
