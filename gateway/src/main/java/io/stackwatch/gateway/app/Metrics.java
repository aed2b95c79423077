package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Everything that waits, drops or retries, as figures for an operator. The parts keep plain counters of their own; here
 * they get their names.
 */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();

    /** Micrometer holds counted objects weakly. */
    private final List<DoubleSupplier> counted = new ArrayList<>();

    Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /** A figure that goes up and down. */
    void gauge(String name, String description, DoubleSupplier figure, String... tags) {
        Gauge.builder(name, figure, DoubleSupplier::getAsDouble)
                .description(description)
                .tags(Tags.of(tags))
                .strongReference(true)
                .register(registry);
    }

    /** A figure that only grows while the process runs. */
    void counter(String name, String description, DoubleSupplier figure, String... tags) {
        FunctionCounter.builder(name, figure, DoubleSupplier::getAsDouble)
                .description(description)
                .tags(Tags.of(tags))
                .register(registry);
        counted.add(figure);
    }

    /** All of them, in Prometheus' text format. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
