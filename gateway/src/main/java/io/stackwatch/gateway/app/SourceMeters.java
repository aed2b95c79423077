package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.connectors.opcua.source.SourceCounts;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.gateway.plant.MappingFaults;
import io.stackwatch.gateway.plant.SourceLines;
import java.util.function.ToLongFunction;

/** The figures of OPC UA sources, all together: which there are changes with the registry. */
final class SourceMeters implements MeterBinder {

    private final SourceLines lines;
    private final MappingFaults faults;

    SourceMeters(SourceLines lines, MappingFaults faults) {
        this.lines = lines;
        this.faults = faults;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SourceState state : SourceState.values()) {
            Gauge.builder("stackwatch.opcua.sources", lines, all -> all.statuses().stream()
                            .filter(status -> status.state() == state)
                            .count())
                    .tag("state", state.name())
                    .description("OPC UA sources by state")
                    .register(registry);
        }
        Gauge.builder("stackwatch.opcua.sources.without.line", lines, all -> all.problems()
                        .size())
                .description("registered sources that cannot be connected to as they are registered")
                .register(registry);
        FunctionCounter.builder("stackwatch.opcua.unmapped", faults, MappingFaults::total)
                .description("values that became no number")
                .register(registry);
        gauge(registry, "badnodes", "nodes that servers do not give", status -> status.badNodes()
                .size());
        gauge(
                registry,
                "clock.off",
                "sources whose clock is further from ours than source.clock-tolerance",
                status -> status.clock().filter(clock -> !clock.tolerated()).isPresent() ? 1 : 0);
        Gauge.builder("stackwatch.opcua.clock.offset.max", lines, SourceMeters::furthestClock)
                .baseUnit("seconds")
                .description(
                        "how far the clock that is furthest from ours is, fast or slow; no number before one is known")
                .register(registry);
        gauge(registry, "waiting", "batches that wait to be kept", status -> status.counts()
                .waiting());
        counter(registry, "connects", "times that a source came to give values", SourceCounts::connects);
        counter(registry, "cuts", "times that a source was lost", SourceCounts::cuts);
        counter(registry, "attempts", "attempts to connect", SourceCounts::attempts);
        counter(registry, "messages", "publishes received, keep-alives too", SourceCounts::messages);
        counter(registry, "values", "values handed over", SourceCounts::values);
        counter(registry, "repeated", "values left out because they were there before", SourceCounts::repeated);
        counter(registry, "history.values", "values read back", SourceCounts::historyValues);
        counter(registry, "overflows", "values behind which a server's queue was too short", SourceCounts::overflows);
        counter(registry, "refusals", "batches refused and offered again", SourceCounts::refusals);
        counter(registry, "notwanted", "batches that were not wanted", SourceCounts::notWanted);
    }

    private static double furthestClock(SourceLines lines) {
        return lines.statuses().stream()
                .flatMap(status -> status.clock().stream())
                .mapToDouble(clock -> clock.offset().abs().toMillis() / 1000.0)
                .max()
                .orElse(Double.NaN);
    }

    private void gauge(MeterRegistry registry, String figure, String text, ToLongFunction<SourceStatus> reading) {
        Gauge.builder("stackwatch.opcua." + figure, lines, all -> all.statuses().stream()
                        .mapToLong(reading)
                        .sum())
                .description(text)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String figure, String text, ToLongFunction<SourceCounts> reading) {
        FunctionCounter.builder("stackwatch.opcua." + figure, lines, all -> all.statuses().stream()
                        .map(SourceStatus::counts)
                        .mapToLong(reading)
                        .sum())
                .description(text)
                .register(registry);
    }
}
