package io.stackwatch.gateway.history;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How the history is doing, for whoever collects figures. */
public final class HistoryGauges implements MeterBinder {

    private final HistoryCursor cursor;

    public HistoryGauges(HistoryCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stackwatch.history.lag", cursor, one -> one.state().lag())
                .description("journal records that are not in the history yet")
                .register(registry);
        Gauge.builder(
                        "stackwatch.history.up",
                        cursor,
                        one -> one.state().condition() == HistoryState.Condition.UP ? 1 : 0)
                .description("1 while the history's store takes what is written")
                .register(registry);
        FunctionCounter.builder(
                        "stackwatch.history.values", cursor, one -> one.state().written())
                .description("values written to the history since start")
                .register(registry);
        FunctionCounter.builder(
                        "stackwatch.history.parked", cursor, one -> one.state().parked())
                .description("journal records that the history passed over since start")
                .register(registry);
    }
}
