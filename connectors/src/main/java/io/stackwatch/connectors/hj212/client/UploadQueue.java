package io.stackwatch.connectors.hj212.client;

import io.stackwatch.connectors.hj212.client.PendingStore.Pending;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Feeds a client from a {@link PendingStore}: new items at once, the backlog behind them and paced; what fails goes back
 * into the backlog.
 *
 * <p>Lives in the client's context: call it only there.
 *
 * @param <T> what is queued
 */
public final class UploadQueue<T> {

    private final Vertx vertx;
    private final UploadClient client;
    private final PendingStore<T> store;
    private final UploadEncoder<T> encoder;
    private final QueueOptions options;
    private final BiConsumer<T, Delivery> outcome;
    private int underWay;
    private boolean backlogRests;
    private boolean pumping;

    /** @param outcome told of every attempt with an item, successful or not */
    public UploadQueue(
            Vertx vertx,
            UploadClient client,
            PendingStore<T> store,
            UploadEncoder<T> encoder,
            QueueOptions options,
            BiConsumer<T, Delivery> outcome) {
        this.vertx = vertx;
        this.client = client;
        this.store = store;
        this.encoder = encoder;
        this.options = options;
        this.outcome = outcome;
    }

    /** Queues something new; without a connection it is backlog from the start. */
    public void offer(T item) {
        if (client.isConnected()) {
            store.addFresh(item);
        } else {
            store.addBacklog(item);
        }
        pump();
    }

    /** Queues something whose time is past. */
    public void offerBacklog(T item) {
        store.addBacklog(item);
        pump();
    }

    /** Goes on sending; to be called when a connection has come to stand. */
    public void pump() {
        if (!client.isConnected()) {
            store.ageFresh();
            return;
        }
        if (pumping) {
            return; // an answer that is there at once calls back from within the loop below
        }
        pumping = true;
        sendWhatMayBeSent();
        pumping = false;
    }

    private void sendWhatMayBeSent() {
        while (underWay < options.inFlight()) {
            Optional<Pending<T>> fresh = store.takeFresh();
            if (fresh.isPresent()) {
                send(fresh.get(), false);
                continue;
            }
            if (backlogRests) {
                return;
            }
            Optional<Pending<T>> old = store.takeBacklog();
            if (old.isEmpty()) {
                return;
            }
            rest();
            send(old.get(), true);
        }
    }

    /** How many items await their answer. */
    public int underWay() {
        return underWay;
    }

    private void rest() {
        if (options.backlogPause().isZero()) {
            return;
        }
        backlogRests = true;
        vertx.setTimer(Math.max(1, options.backlogPause().toMillis()), timer -> {
            backlogRests = false;
            pump();
        });
    }

    private void send(Pending<T> pending, boolean backlog) {
        underWay++;
        sendRest(encoder.encode(pending.item(), backlog), 0).onSuccess(delivery -> {
            underWay--;
            if (!delivery.isDone()) {
                store.giveBack(pending);
            }
            outcome.accept(pending.item(), delivery);
            if (client.isConnected()) {
                pump();
            }
        });
    }

    /** One frame after the other: a split message waits for each of its answers. */
    private Future<Delivery> sendRest(List<Upload> uploads, int index) {
        Future<Delivery> sent = client.send(uploads.get(index));
        if (index == uploads.size() - 1) {
            return sent;
        }
        return sent.compose(
                delivery -> delivery.isDone() ? sendRest(uploads, index + 1) : Future.succeededFuture(delivery));
    }
}
