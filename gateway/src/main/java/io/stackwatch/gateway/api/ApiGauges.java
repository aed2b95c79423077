package io.stackwatch.gateway.api;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How busy the interface is, for whoever collects figures. */
public final class ApiGauges implements MeterBinder {

    private final ApiServer server;

    public ApiGauges(ApiServer server) {
        this.server = server;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stackwatch.api.listeners", server, ApiServer::listeners)
                .description("event streams that are open")
                .register(registry);
        Gauge.builder("stackwatch.api.calls", server, ApiServer::callsInHand)
                .description("calls that run on a worker or wait for one")
                .register(registry);
        FunctionCounter.builder("stackwatch.api.listeners.dropped", server, ApiServer::droppedListeners)
                .description("event streams that were dropped because they did not read")
                .register(registry);
        FunctionCounter.builder("stackwatch.api.calls.refused", server, ApiServer::refusedCalls)
                .description("calls that were refused because too many waited")
                .register(registry);
    }
}
