package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that waits, drops or retries, as figures for an operator. The parts keep plain counters of their own; binders
 * give them their names.
 */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();

    /** Micrometer holds what it measures weakly. */
    private final List<MeterBinder> held = new ArrayList<>();

    Metrics() {
        add(new JvmMemoryMetrics());
        add(new JvmThreadMetrics());
        add(new ProcessorMetrics());
        add(new UptimeMetrics());
        add(collector);
    }

    /** Adds a part's figures. */
    synchronized void add(MeterBinder binder) {
        binder.bindTo(registry);
        held.add(binder);
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
