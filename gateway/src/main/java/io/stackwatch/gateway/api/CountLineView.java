package io.stackwatch.gateway.api;

import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.RateBand;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Counters with their rates. Percent are for people, half up; whether a rate passes is answered exactly.
 *
 * @param passes whether the effective rate reaches the required one; empty if nothing was due
 */
public record CountLineView(
        long due,
        long received,
        long mustBeValid,
        long valid,
        Excluded excluded,
        Optional<String> transmissionPct,
        Optional<String> validityPct,
        Optional<String> effectivePct,
        RateBand band,
        Optional<Boolean> passes) {

    static CountLineView of(MonthLine line, BigDecimal required, BigDecimal farBelow) {
        Counts counts = line.counts();
        return new CountLineView(
                counts.due(),
                counts.received(),
                counts.mustBeValid(),
                counts.valid(),
                line.excluded(),
                counts.transmission().map(CountLineView::percent),
                counts.validity().map(CountLineView::percent),
                counts.effective().map(CountLineView::percent),
                RateBand.of(counts.effective(), required, farBelow),
                counts.effective().map(rate -> rate.atLeast(required)));
    }

    static String percent(Rate rate) {
        return rate.percent(2).toPlainString();
    }
}
