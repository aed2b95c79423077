package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.Delivery;
import io.stackwatch.connectors.hj212.client.PendingStore;
import io.stackwatch.connectors.hj212.client.QueueOptions;
import io.stackwatch.connectors.hj212.client.UploadClient;
import io.stackwatch.connectors.hj212.client.UploadQueue;
import io.stackwatch.simulator.report.Report;
import io.stackwatch.simulator.report.Segment;
import io.stackwatch.simulator.scenario.AfterCut;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Sends a logger's reports and knows what becomes of those that cannot be sent: fetched up, kept for requests, or lost.
 *
 * <p>A logger without an assigned MN sends none yet: they are late by the time it may. Lives in the fleet's context.
 */
final class Uploads {

    private final UploadClient client;
    private final ReportEncoder encoder;
    private final LoggerMemory memory;
    private final AfterCut afterCut;
    private final PendingStore<Report> store;
    private final UploadQueue<Report> queue;
    private long delivered;

    Uploads(
            Vertx vertx,
            UploadClient client,
            ReportEncoder encoder,
            LoggerMemory memory,
            AfterCut afterCut,
            FleetOptions options,
            Duration pause) {
        this.client = client;
        this.encoder = encoder;
        this.memory = memory;
        this.afterCut = afterCut;
        this.store = new PendingStore<>(options.fresh(), options.backlog());
        this.queue = new UploadQueue<>(
                vertx, client, store, encoder, new QueueOptions(options.inFlight(), pause), this::attempted);
    }

    /** Sends a span that is over, and sees to it that it is not forgotten. */
    void span(Report report, Duration length) {
        if (afterCut == AfterCut.AUTOMATIC) {
            late(report, false);
        } else if (memory.state().activated()) {
            once(report, length);
        } else {
            undelivered(report, length);
        }
    }

    /** Sends a span that was over long ago. */
    void late(Report report) {
        late(report, true);
    }

    private void late(Report report, boolean old) {
        if (!memory.state().activated()) {
            store.addBacklog(report);
        } else if (old) {
            queue.offerBacklog(report);
        } else {
            queue.offer(report);
        }
    }

    /** Sends the value of a moment; one that cannot be sent at its moment is not kept. */
    void moment(Report report) {
        if (client.isConnected() && memory.state().activated()) {
            encoder.encode(report, false).forEach(client::send);
        }
    }

    /** Sends something that is no report; what cannot be sent now is said again another time. */
    void notice(Segment segment) {
        if (client.isConnected()) {
            client.send(encoder.upload(segment));
        }
    }

    /** Goes on: a connection has come to stand, or the logger has got its MN. */
    void resume() {
        if (memory.state().activated()) {
            queue.pump();
        }
    }

    int backlog() {
        return store.backlogSize();
    }

    long delivered() {
        return delivered;
    }

    long lost() {
        return store.lost();
    }

    private void once(Report report, Duration length) {
        encoder.encode(report, false).forEach(upload -> client.send(upload).onSuccess(delivery -> {
            attempted(report, delivery);
            if (!delivery.isDone()) {
                undelivered(report, length);
            }
        }));
    }

    private void undelivered(Report report, Duration length) {
        if (afterCut == AfterCut.NONE) {
            memory.become(memory.state().withArchive(memory.state().archive().losing(report, length)));
        }
    }

    private void attempted(Report report, Delivery delivery) {
        if (delivery.isDone()) {
            delivered++;
        }
    }
}
