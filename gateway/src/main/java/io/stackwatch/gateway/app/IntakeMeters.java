package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.connectors.hj212.camel.Hj212Consumer;
import io.stackwatch.connectors.hj212.codec.Fault;
import io.stackwatch.connectors.hj212.server.ServerCounters;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.intake.IntakeCounts;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures of the door: connections, frames by what became of them, answers, repeats. */
final class IntakeMeters implements MeterBinder {

    private final Intake intake;
    private final Hj212Consumer server;

    IntakeMeters(Intake intake, Hj212Consumer server) {
        this.intake = intake;
        this.server = server;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "connections", "connections open", ServerCounters::connectionsOpen);
        gauge(registry, "inflight", "frames handed over and not answered yet", ServerCounters::inFlight);
        served(registry, "connections.opened", "connections taken", ServerCounters::connectionsOpened);
        served(registry, "connections.refused", "connections over the limit", ServerCounters::connectionsRefused);
        served(registry, "connections.silent", "connections closed for silence", ServerCounters::closedByDeadline);
        served(registry, "connections.junk", "connections closed for junk", ServerCounters::closedForJunk);
        served(registry, "bytes.in", "bytes read", ServerCounters::bytesIn);
        served(registry, "bytes.out", "bytes written", ServerCounters::bytesOut);
        served(registry, "bytes.skipped", "bytes that belong to no frame", ServerCounters::skippedBytes);
        served(registry, "answers", "9014 written", ServerCounters::answers);
        served(registry, "pauses", "times that a peer was not read for a while", ServerCounters::pauses);
        served(registry, "overloaded", "frames refused because too much waited", ServerCounters::overloaded);
        frames(registry, "accepted", ServerCounters::accepted);
        frames(registry, "quarantined", ServerCounters::quarantined);
        frames(registry, "refused", ServerCounters::refused);
        for (Fault fault : Fault.values()) {
            FunctionCounter.builder("stackwatch.hj212.garbled", server, s -> s.counters()
                            .garbled()
                            .getOrDefault(fault, 0L))
                    .tag("fault", fault.name().toLowerCase(Locale.ROOT))
                    .description("stretches of bytes that are no frame")
                    .register(registry);
        }
        taken(registry, "repeats", "frames that were kept before", IntakeCounts::repeats);
        taken(registry, "dropped", "refused or strange things over their peer's allowance", IntakeCounts::dropped);
        taken(registry, "notkept", "arrivals that the journal refused", IntakeCounts::notKept);
    }

    private void gauge(MeterRegistry registry, String name, String text, ToDoubleFunction<ServerCounters> figure) {
        Gauge.builder("stackwatch.hj212." + name, server, s -> figure.applyAsDouble(s.counters()))
                .description(text)
                .register(registry);
    }

    private void served(MeterRegistry registry, String name, String text, ToDoubleFunction<ServerCounters> figure) {
        FunctionCounter.builder("stackwatch.hj212." + name, server, s -> figure.applyAsDouble(s.counters()))
                .description(text)
                .register(registry);
    }

    private void frames(MeterRegistry registry, String became, ToDoubleFunction<ServerCounters> figure) {
        FunctionCounter.builder("stackwatch.hj212.frames", server, s -> figure.applyAsDouble(s.counters()))
                .tag("became", became)
                .description("whole frames by what became of them")
                .register(registry);
    }

    private void taken(MeterRegistry registry, String name, String text, ToDoubleFunction<IntakeCounts> figure) {
        FunctionCounter.builder("stackwatch.intake." + name, intake, i -> figure.applyAsDouble(i.counts()))
                .description(text)
                .register(registry);
    }
}
