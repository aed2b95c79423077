package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.gateway.relay.RelayStatus;
import io.stackwatch.gateway.relay.RelayStatus.Condition;
import io.stackwatch.gateway.relay.RelayStatus.Counts;
import io.stackwatch.gateway.relay.Relays;
import io.stackwatch.gateway.relay.target.TargetName;
import java.util.function.ToDoubleFunction;

/** The figures of forwarding, target by target. */
final class RelayMeters implements MeterBinder {

    private final Relays relays;

    RelayMeters(Relays relays) {
        this.relays = relays;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (RelayStatus relay : relays.statuses()) {
            Target target = new Target(relay.target().name(), registry);
            target.gauge(
                    "connected", "1 while the connection stands", s -> s.condition() == Condition.CONNECTED ? 1 : 0);
            target.gauge("silent", "1 while the platform acknowledges nothing", s -> s.silent() ? 1 : 0);
            target.gauge("lag.records", "journal records not looked at yet", RelayStatus::lagRecords);
            target.gauge("lag.seconds", "age of the oldest frame that is not done", s -> s.lag()
                    .toSeconds());
            target.gauge("open", "frames that are not done", RelayStatus::open);
            target.gauge("inflight", "frames that wait for their receipt", RelayStatus::underWay);
            target.counter("entered", "frames that had to be sent", Counts::entered);
            target.counter("written", "frames written, repeats included", Counts::written);
            target.counter("retries", "frames written again", Counts::repeated);
            target.counter("receipts", "frames whose receipt came", Counts::receipted);
            target.counter("delivered", "frames written that ask for no receipt", Counts::delivered);
            target.counter("refused", "frames that could not be sent", Counts::refused);
            target.counter("behind", "times that a frame went behind without a receipt", Counts::behind);
            target.counter("givenup", "frames that were given up", Counts::givenUp);
            target.counter("receipts.stray", "receipts that nobody waited for", Counts::strayReceipts);
            target.counter("damaged", "packets of the platform with a wrong checksum", Counts::damaged);
            target.counter("reconnects", "connections that came to stand", Counts::connects);
            target.counter("reconnects.failed", "attempts to connect that failed", Counts::failedConnects);
            target.counter("commands", "commands of the platform", Counts::requests);
        }
        FunctionCounter.builder("stackwatch.relay.commands.dropped", relays, Relays::droppedCommands)
                .description("commands of platforms dropped because too many waited")
                .register(registry);
    }

    /** One target's figures. */
    private final class Target {
        private final TargetName name;
        private final MeterRegistry registry;

        Target(TargetName name, MeterRegistry registry) {
            this.name = name;
            this.registry = registry;
        }

        void gauge(String figure, String text, ToDoubleFunction<RelayStatus> reading) {
            Gauge.builder("stackwatch.relay." + figure, relays, all -> of(all, reading))
                    .tag("target", name.value())
                    .description(text)
                    .register(registry);
        }

        void counter(String figure, String text, ToDoubleFunction<Counts> reading) {
            FunctionCounter.builder(
                            "stackwatch.relay." + figure,
                            relays,
                            all -> of(all, status -> reading.applyAsDouble(status.counts())))
                    .tag("target", name.value())
                    .description(text)
                    .register(registry);
        }

        private double of(Relays all, ToDoubleFunction<RelayStatus> reading) {
            return all.status(name).map(reading::applyAsDouble).orElse(0.0);
        }
    }
}
