package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.GapCause;
import io.stackwatch.core.transmission.GapFinding;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.counting.CountView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** How hours count, what rates they come to, what may still be lost, and why hours are missing. */
final class CountEndpoints {

    private static final int LOST = 50;

    private final ApiParts parts;
    private final CountView counts;

    CountEndpoints(ApiParts parts) {
        this.parts = parts;
        this.counts = parts.counts();
    }

    /** Gaps with their causes. */
    record Causes(OutletId outlet, Instant from, Instant until, List<Cause> items) {}

    /** A gap, or the part of one that has one cause. */
    record Cause(Named factor, Instant firstHour, Instant lastHour, int hours, GapCause cause, String evidence) {}

    Callable<?> hoursDue(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        LocalDate day = parameters
                .query("day", "a day such as 2026-11-24", LocalDate::parse)
                .orElse(today());
        Variant variant = variant(parameters);
        return () -> {
            existing(id);
            return new HoursDueView(
                    id,
                    day.toString(),
                    variant,
                    counts.asOf(),
                    counts.hours(id, day, variant).stream()
                            .map(line -> HoursDueView.Hour.of(line, parts.names()))
                            .toList());
        };
    }

    Callable<?> rates(Parameters parameters) {
        YearMonth month = month(parameters);
        Variant variant = variant(parameters);
        Optional<RegionCode> region = parameters.query("region").map(RegionCode::new);
        Optional<EnterpriseId> enterprise = parameters.query("enterprise").map(EnterpriseId::new);
        boolean all = parameters.query("enterprises").map(Boolean::valueOf).orElse(false);
        return () -> RatesView.of(
                counts.month(month, variant),
                counts.asOf(),
                counts.waiting(month),
                new RatesView.Depth(region, enterprise, all),
                parts.names());
    }

    Callable<?> budget(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        YearMonth month = month(parameters);
        int lost = parameters.number("limit", LOST);
        return () -> {
            existing(id);
            return RateBudgetView.of(counts.budget(id, month, lost), parts.names());
        };
    }

    Callable<?> causes(Parameters parameters) {
        OutletId id = new OutletId(parameters.path("id"));
        Parameters.Period period = parameters.period(parts.clock().instant());
        return () -> {
            existing(id);
            return new Causes(
                    id,
                    period.from(),
                    period.until(),
                    counts.gaps(id, period.from(), period.until()).stream()
                            .map(this::cause)
                            .toList());
        };
    }

    private Cause cause(GapFinding found) {
        return new Cause(
                parts.names().of(found.gap().factor()),
                found.gap().firstHour(),
                found.gap().lastHour(),
                found.gap().hours(),
                found.cause(),
                found.evidence());
    }

    private YearMonth month(Parameters parameters) {
        return parameters
                .query("month", "a month such as 2026-11", YearMonth::parse)
                .orElse(YearMonth.from(today()));
    }

    private static Variant variant(Parameters parameters) {
        return parameters.query("variant").map(Variant::valueOf).orElse(Variant.REAL_TIME);
    }

    private LocalDate today() {
        return parts.clock().instant().atZone(LegalTime.ZONE).toLocalDate();
    }

    private void existing(OutletId id) {
        if (parts.records().outlet(id).isEmpty()) {
            throw new Refusal(Problem.notFound("outlet", id.value()));
        }
    }
}
