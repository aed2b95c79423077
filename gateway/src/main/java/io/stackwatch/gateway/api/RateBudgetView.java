package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.LostHour;
import io.stackwatch.core.transmission.RateBudget;
import io.stackwatch.core.transmission.RateState;
import io.stackwatch.gateway.counting.OutletBudget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an outlet may still lose in a month.
 *
 * @param frozenAt until then lost hours may be won back, by back-fill or with vouchers
 * @param all its factors pooled: by this it passes or fails
 * @param lost the latest hours that do not count
 */
public record RateBudgetView(
        OutletId outlet,
        String month,
        Instant asOf,
        Instant frozenAt,
        Budget all,
        List<OfFactor> factors,
        List<Lost> lost) {

    /** The budget of one factor. */
    public record OfFactor(Named factor, Budget budget) {}

    /**
     * Exact hours of factors.
     *
     * @param toCome hours that are due and not over yet
     * @param reach NOTHING_DUE, MAY_LOSE, MUST_REGAIN or OUT_OF_REACH
     * @param hours so many may be lost, must be won back, or are too few
     * @param excused or so many must be taken out of the duty; with MUST_REGAIN
     */
    public record Budget(
            long due,
            long received,
            long valid,
            long toCome,
            Optional<String> effectivePct,
            RateState state,
            String reach,
            long hours,
            Optional<Long> excused) {

        static Budget of(RateBudget budget) {
            return new Budget(
                    budget.counted().due(),
                    budget.counted().received(),
                    budget.counted().valid(),
                    budget.toCome(),
                    budget.counted().effective().map(CountLineView::percent),
                    budget.state(),
                    budget.reach()
                            .match(
                                    nothing -> "NOTHING_DUE",
                                    may -> "MAY_LOSE",
                                    must -> "MUST_REGAIN",
                                    out -> "OUT_OF_REACH"),
                    budget.reach().match(nothing -> 0L, may -> may.hours(), must -> must.hours(), out -> out.hours()),
                    budget.reach()
                            .match(
                                    nothing -> Optional.empty(),
                                    may -> Optional.empty(),
                                    must -> Optional.of(must.excused()),
                                    out -> Optional.empty()));
        }
    }

    /** A lost hour, and until when that can be changed. */
    public record Lost(
            Named factor,
            Instant start,
            String standing,
            Optional<String> reason,
            Instant marksUntil,
            Instant vouchersUntil) {

        static Lost of(LostHour lost, FactorNames names) {
            return new Lost(
                    names.of(lost.hour().factor()),
                    lost.hour().start(),
                    HoursDueView.name(lost.standing()),
                    lost.standing()
                            .match(
                                    no -> Optional.of(no.reason().name()),
                                    missing -> Optional.empty(),
                                    no -> Optional.of(no.reason().name()),
                                    valid -> Optional.empty()),
                    lost.marksUntil(),
                    lost.vouchersUntil());
        }
    }

    static RateBudgetView of(OutletBudget budget, FactorNames names) {
        return new RateBudgetView(
                budget.outlet(),
                budget.month().toString(),
                budget.asOf(),
                budget.frozenAt(),
                Budget.of(budget.all()),
                budget.factors().entrySet().stream()
                        .map(one -> new OfFactor(names.of(one.getKey()), Budget.of(one.getValue())))
                        .toList(),
                budget.lost().stream().map(lost -> Lost.of(lost, names)).toList());
    }
}
