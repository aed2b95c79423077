package io.stackwatch.gateway.api;

import io.stackwatch.core.supervision.Reconciled;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The national centre's rate of an outlet beside ours, as it is shown. */
record ReconciledView(
        String outlet,
        String nationalPercent,
        Optional<RateView> local,
        Reconciled.Answer answer,
        Optional<String> differencePoints) {

    static ReconciledView of(Reconciled one, BigDecimal required) {
        return new ReconciledView(
                one.national().outlet().value(),
                one.national().percent().toPlainString(),
                RateView.of(one.local(), required),
                one.answer(),
                one.points().map(BigDecimal::toPlainString));
    }

    /** A page of them. */
    record All(
            String month,
            int version,
            Variant variant,
            int differing,
            List<ReconciledView> items,
            Optional<String> next) {}

    /** How many rates were kept. */
    record Entered(String month, int entered) {}
}
