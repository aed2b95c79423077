package io.stackwatch.gateway.notice;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.core.notice.ChannelName;
import java.util.function.ToDoubleFunction;

/** The figures of the dispatcher, channel by channel. */
public final class NoticeMeters implements MeterBinder {

    private final Dispatcher dispatcher;

    /** Of this dispatcher. */
    public NoticeMeters(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ChannelStatus status : dispatcher.statuses()) {
            ChannelName channel = status.channel();
            Gauge.builder("stackwatch.notice.waiting", dispatcher, d -> of(d, channel, ChannelStatus::waiting))
                    .tag("channel", channel.value())
                    .description("notices whose turn it is and that have not left")
                    .register(registry);
            counter(registry, channel, "messages", "messages handed to the channel", ChannelStatus::messages);
            counter(registry, channel, "sent", "notices told, alone or in a digest", ChannelStatus::told);
            counter(registry, channel, "digested", "notices told in a digest", ChannelStatus::digested);
            counter(registry, channel, "failed", "notices of messages that did not get through", ChannelStatus::failed);
            counter(registry, channel, "retried", "attempts behind the first of a notice", ChannelStatus::retried);
        }
        FunctionCounter.builder("stackwatch.notice.givenup", dispatcher, Dispatcher::givenUp)
                .description("notices that reached nobody and were given up")
                .register(registry);
    }

    private void counter(
            MeterRegistry registry,
            ChannelName channel,
            String figure,
            String text,
            ToDoubleFunction<ChannelStatus> reading) {
        FunctionCounter.builder("stackwatch.notice." + figure, dispatcher, d -> of(d, channel, reading))
                .tag("channel", channel.value())
                .description(text)
                .register(registry);
    }

    private static double of(Dispatcher dispatcher, ChannelName channel, ToDoubleFunction<ChannelStatus> reading) {
        return dispatcher.statuses().stream()
                .filter(status -> status.channel().equals(channel))
                .mapToDouble(reading)
                .sum();
    }
}
