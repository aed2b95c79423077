package io.stackwatch.gateway.api;

import io.stackwatch.gateway.api.RecentEvents.Sendable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;

/**
 * One open event stream and how far it has come.
 *
 * <p>Everything happens on the connection's event loop. While the connection takes no more, nothing is read for it; if that
 * lasts too long, it is closed, and the client comes back with the number of the last event that it has seen.
 */
final class EventListener {

    private final Vertx vertx;
    private final Context context;
    private final HttpServerResponse response;
    private final EventStream stream;
    private final EventAudience audience;
    private final Duration slowAfter;
    private final long heartbeat;
    private long position;
    private boolean waiting;
    private boolean silent = true;
    private boolean ended;
    private long slowTimer = -1;

    EventListener(
            Vertx vertx,
            HttpServerResponse response,
            long position,
            EventStream stream,
            EventAudience audience,
            ApiOptions options) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.response = response;
        this.position = position;
        this.stream = stream;
        this.audience = audience;
        this.slowAfter = options.slowAfter();
        this.heartbeat = vertx.setPeriodic(options.heartbeat().toMillis(), tick -> beat());
    }

    void begin() {
        response.write("retry: 2000\n\n");
        pump();
    }

    /** There may be something new. From any thread. */
    void offer() {
        context.runOnContext(now -> pump());
    }

    /** Ends the stream. From any thread. */
    void end() {
        context.runOnContext(now -> {
            if (!ended) {
                gone();
                response.end();
            }
        });
    }

    /** The connection is closed; on the event loop. */
    void gone() {
        ended = true;
        vertx.cancelTimer(heartbeat);
        vertx.cancelTimer(slowTimer);
    }

    private void pump() {
        while (!ended && !waiting) {
            if (response.writeQueueFull()) {
                waitForRoom();
                return;
            }
            RecentEvents recent = stream.recent();
            if (!recent.covers(position)) {
                readOlder();
                return;
            }
            List<Sendable> unseen = recent.after(position);
            if (unseen.isEmpty()) {
                return;
            }
            send(unseen);
        }
    }

    private void readOlder() {
        waiting = true;
        stream.older(position)
                .onComplete(read -> context.runOnContext(now -> {
                    waiting = false;
                    if (read.failed()) {
                        end();
                    } else if (!ended) {
                        if (read.result().isEmpty()) {
                            position = Math.max(position, stream.recent().coveredFrom());
                        }
                        send(read.result());
                        pump();
                    }
                }));
    }

    private void send(List<Sendable> events) {
        for (Sendable event : events) {
            if (response.writeQueueFull()) {
                return;
            }
            position = event.number();
            if (audience.sees(event.subject())) {
                response.write(event.bytes());
                silent = false;
            }
        }
    }

    private void waitForRoom() {
        waiting = true;
        slowTimer = vertx.setTimer(slowAfter.toMillis(), late -> {
            if (!ended) {
                gone();
                stream.drop(this);
                response.reset();
            }
        });
        response.drainHandler(drained -> {
            vertx.cancelTimer(slowTimer);
            response.drainHandler(null);
            waiting = false;
            pump();
        });
    }

    private void beat() {
        audience.stays()
                .onComplete(asked -> context.runOnContext(now -> {
                    if (asked.failed() || !asked.result()) {
                        end();
                    }
                }));
        if (silent && !ended && !response.writeQueueFull()) {
            response.write(": still here\n\n");
        }
        silent = true;
    }
}
