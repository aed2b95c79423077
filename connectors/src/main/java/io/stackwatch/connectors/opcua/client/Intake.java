package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.core.registry.Mn;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeNotification;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemNotification;
import org.eclipse.milo.opcua.stack.core.types.structured.NotificationMessage;
import org.eclipse.milo.opcua.stack.core.types.structured.StatusChangeNotification;

/** What a source brings becomes batches, each value once, on their way to the keeper. All methods on the source's executor. */
final class Intake {

    private final Mn source;
    private final String peer;
    private final Clock clock;
    private final Recollection recollection;
    private final Handover handover;
    private final Standing standing;
    private final Counting counting;
    private final ClientOptions options;
    private final ClockOffset offset = new ClockOffset();
    private volatile Optional<Instant> keptUntil;

    Intake(
            Mn source,
            String peer,
            Clock clock,
            Recollection recollection,
            Handover handover,
            Standing standing,
            ClientOptions options) {
        this.source = source;
        this.peer = peer;
        this.clock = clock;
        this.recollection = recollection;
        this.handover = handover;
        this.standing = standing;
        this.counting = standing.counting();
        this.options = options;
        this.keptUntil = recollection.heardUntil();
    }

    Instant now() {
        return clock.instant();
    }

    boolean isFull() {
        return handover.waiting() >= options.queue();
    }

    /** By the server's clock, the last message that is durable; from any thread. */
    Optional<Instant> keptUntil() {
        return keptUntil;
    }

    Optional<Instant> openFrom() {
        return recollection.openFrom();
    }

    Optional<Instant> readUntil(String node) {
        return recollection.readUntil(node);
    }

    void stop() {
        handover.stop();
    }

    void lost(long subscription, String reason) {
        give(new Batch.Lost(source, subscription, now(), reason), () -> {});
    }

    void resumed(long subscription, Batch.How how) {
        offset.resumed(how);
        give(new Batch.Resumed(source, subscription, now(), how, recollection.heardUntil()), () -> {});
    }

    void filled(long subscription, Instant from, Instant to, Batch.Outcome outcome, Unread unread) {
        long count = recollection.broughtBack();
        give(new Batch.Filled(source, subscription, from, to, outcome, count, unread), () -> {});
    }

    /** Values of a reading of history. */
    void history(long subscription, List<NodeValue> values, Runnable durable) {
        List<NodeValue> fresh = recollection.freshOfHistory(values);
        counting.repeated.add((long) values.size() - fresh.size());
        counting.historyValues.add(fresh.size());
        List<Batch> batches = new ArrayList<>();
        for (List<NodeValue> some : Batches.fitting(fresh)) {
            batches.add(new Batch.History(source, subscription, now(), some));
        }
        giveAll(batches, durable);
    }

    /**
     * A message of a subscription; the StatusCode of its end, if that is what it says.
     *
     * @param overflow runs first if the server had to forget values before those of this message
     */
    Optional<Long> message(
            NotificationMessage message, Book book, EncodingContext context, Runnable overflow, Runnable durable) {
        counting.messages.increment();
        Instant publishedAt = publishedAt(message);
        List<NodeValue> values = new ArrayList<>();
        Optional<Long> end = Optional.empty();
        ExtensionObject[] notifications = message.getNotificationData();
        for (ExtensionObject notification : notifications == null ? new ExtensionObject[0] : notifications) {
            Object decoded = notification.decode(context);
            if (decoded instanceof DataChangeNotification change && change.getMonitoredItems() != null) {
                for (MonitoredItemNotification item : change.getMonitoredItems()) {
                    book.node(item.getClientHandle().longValue())
                            .ifPresent(node -> values.add(Values.read(node, item.getValue(), context)));
                }
            } else if (decoded instanceof StatusChangeNotification change) {
                end = Optional.of(change.getStatus().value() & 0xFFFF_FFFFL);
            }
        }
        if (values.stream().anyMatch(Values::overflowed)) {
            overflow.run();
        }
        giveAll(live(book.subscription, publishedAt, values), () -> {
            keptUntil = Optional.of(publishedAt);
            durable.run();
        });
        return end;
    }

    private List<Batch> live(long subscription, Instant publishedAt, List<NodeValue> values) {
        List<NodeValue> fresh = recollection.fresh(values);
        counting.repeated.add((long) values.size() - fresh.size());
        counting.values.add(fresh.size());
        offset.take(fresh, now()).ifPresent(found -> standing.clock(found, options.clockTolerance()));
        counting.overflows.add(fresh.stream().filter(Values::overflowed).count());
        List<Batch> batches = new ArrayList<>();
        for (List<NodeValue> some : Batches.fitting(fresh)) {
            batches.add(new Batch.Live(source, subscription, publishedAt, some));
        }
        if (batches.isEmpty()) {
            batches.add(new Batch.Alive(source, subscription, publishedAt));
        }
        return batches;
    }

    private Instant publishedAt(NotificationMessage message) {
        DateTime time = message.getPublishTime();
        return time == null || time.isNull() ? now() : time.getJavaInstant();
    }

    /** Hands over all; what comes when the last is durable runs at once if there is none. */
    private void giveAll(List<Batch> batches, Runnable durable) {
        if (batches.isEmpty()) {
            durable.run();
            return;
        }
        for (int i = 0; i < batches.size(); i++) {
            give(batches.get(i), i == batches.size() - 1 ? durable : () -> {});
        }
    }

    private void give(Batch batch, Runnable settled) {
        recollection.note(batch);
        handover.offer(new OpcUaArrival(now(), peer, batch, BatchCodec.encode(batch)), settled);
    }
}
