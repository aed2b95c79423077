package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The figures of counting: how many days of outlets wait, how long the count has not been complete, whether looks fail. */
final class CountingMeters implements MeterBinder {

    private final Counting counting;

    CountingMeters(Counting counting) {
        this.counting = counting;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stackwatch.counting.days.waiting", counting, c -> c.waiting()
                        .days())
                .description("days of outlets that wait to be counted")
                .register(registry);
        Gauge.builder("stackwatch.counting.behind.seconds", counting, c -> c.behind()
                        .toSeconds())
                .description("how long there has always been a day that waits; 0 if none does")
                .register(registry);
        Gauge.builder("stackwatch.counting.failures", counting, Counting::failedInARow)
                .description("looks that failed since the last good one")
                .register(registry);
    }
}
