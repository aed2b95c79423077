package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.connectors.hj212.exchange.ExchangeState;
import io.stackwatch.gateway.exchange.ExchangeCounts;
import io.stackwatch.gateway.exchange.ExchangeDesk;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The figures of asking loggers. */
final class RequestMeters implements MeterBinder {

    private final ExchangeDesk desk;

    RequestMeters(ExchangeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Arrays.stream(ExchangeState.values()).filter(ExchangeState::isOpen).forEach(state -> Gauge.builder(
                        "stackwatch.exchanges.open", desk, d -> d.open().getOrDefault(state, 0))
                .tag("state", state.name())
                .description("exchanges that are open")
                .register(registry));
        counter(registry, "stackwatch.exchanges.sent", "packets written for the first time", ExchangeCounts::sent);
        counter(registry, "stackwatch.exchanges.resent", "packets written again", ExchangeCounts::resent);
        counter(registry, "stackwatch.exchanges.timeouts", "deadlines that passed", ExchangeCounts::timeouts);
        counter(registry, "stackwatch.exchanges.refused", "requests that stations refused", ExchangeCounts::refused);
        counter(registry, "stackwatch.exchanges.done", "requests that were done", ExchangeCounts::done);
        counter(registry, "stackwatch.exchanges.stray", "answers to nothing that was asked", ExchangeCounts::stray);
        counter(
                registry,
                "stackwatch.exchanges.notkept",
                "late or foreign answers behind the hundredth of their exchange",
                ExchangeCounts::notKept);
    }

    private void counter(
            MeterRegistry registry, String name, String description, ToDoubleFunction<ExchangeCounts> figure) {
        FunctionCounter.builder(name, desk.counts(), figure)
                .description(description)
                .register(registry);
    }
}
