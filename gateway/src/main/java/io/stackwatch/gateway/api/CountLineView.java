package io.stackwatch.gateway.api;

import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.RateBand;
import io.stackwatch.gateway.circular.RateText;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Counters with their rates. Percent are for people, half up, with two decimals or with so many more that none stands on the other
 * side of a threshold than its rate; whether a rate passes is answered exactly.
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
                percent(counts.transmission(), required, farBelow),
                percent(counts.validity(), required, farBelow),
                percent(counts.effective(), required, farBelow),
                RateBand.of(counts.effective(), required, farBelow),
                counts.effective().map(rate -> rate.atLeast(required)));
    }

    private static Optional<String> percent(Optional<Rate> rate, BigDecimal required, BigDecimal farBelow) {
        return RateText.of(rate, required, farBelow).map(text -> text.percent().toPlainString());
    }

    static String percent(Rate rate) {
        return rate.percent(2).toPlainString();
    }
}
