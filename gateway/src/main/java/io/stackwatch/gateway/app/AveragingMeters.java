package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** The figures of making hours: how far behind, what was made, what could not be read, what was let go. */
final class AveragingMeters implements MeterBinder {

    private final MadeHours hours;

    AveragingMeters(MadeHours hours) {
        this.hours = hours;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "behind.records", "journal records not taken yet", MadeHours::behind);
        gauge(
                registry,
                "behind.seconds",
                "age of the last record taken while others wait; NaN while none was taken",
                h -> h.age().map(Duration::toSeconds).map(Long::doubleValue).orElse(Double.NaN));
        gauge(registry, "failures", "wake-ups that failed since the last good one", MadeHours::failedInARow);
        counter(registry, "minutes", "frames of minutes that were made", h -> h.progress()
                .minutes());
        counter(registry, "hours", "frames of hours that were made", h -> h.progress()
                .hours());
        counter(
                registry,
                "batches.refused",
                "batches that could not be read; they stay in the journal",
                h -> h.progress().refused());
        counter(registry, "dropped.minutes", "minutes of factors that were let go", h -> h.sweep()
                .minutes());
        counter(registry, "dropped.hours", "hours of stations whose minutes were let go", h -> h.sweep()
                .hours());
    }

    private void gauge(MeterRegistry registry, String figure, String text, ToDoubleFunction<MadeHours> reading) {
        Gauge.builder("stackwatch.averaging." + figure, hours, reading)
                .description(text)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String figure, String text, ToDoubleFunction<MadeHours> reading) {
        FunctionCounter.builder("stackwatch.averaging." + figure, hours, reading)
                .description(text)
                .register(registry);
    }
}
