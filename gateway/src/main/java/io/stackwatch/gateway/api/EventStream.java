package io.stackwatch.gateway.api;

import io.stackwatch.core.access.Subject;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.api.RecentEvents.Sendable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarm events to everybody who listens, in order of their numbers, within milliseconds of the commit.
 *
 * <p>{@link #wake} says that something may have been committed; it costs nothing, may be called from any thread and as often
 * as one likes. A look once a second catches what nobody announced, such as an event of another process. Events are read
 * once and sent to all; a listener that comes back after a while reads what it missed from the store.
 */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int BATCH = 200;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Vertx vertx;
    private final CityRecords records;
    private final Json json;
    private final ApiOptions options;
    private final WorkerExecutor reader;
    private final Set<EventListener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean more = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();
    private volatile RecentEvents recent = RecentEvents.behind(0);
    private long timer = -1;
    private boolean failing;

    EventStream(Vertx vertx, CityRecords records, Json json, ApiOptions options) {
        this.vertx = vertx;
        this.records = records;
        this.json = json;
        this.options = options;
        this.reader = vertx.createSharedWorkerExecutor("api-events", 2);
    }

    /** Begins behind the newest event. */
    Future<Void> start() {
        return reader.executeBlocking(records::lastEvent).map(last -> {
            recent = RecentEvents.behind(last);
            timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> wake());
            return null;
        });
    }

    /** Says that there may be a new event. */
    void wake() {
        more.set(true);
        if (reading.compareAndSet(false, true)) {
            reader.executeBlocking(this::read, false).onComplete(done -> {
                reading.set(false);
                if (done.failed()) {
                    failed(done.cause());
                } else if (more.get()) {
                    wake();
                }
            });
        }
    }

    /**
     * Takes a listener on, who has seen everything up to {@code position}; without one, everything up to now. Refuses it when
     * there are too many.
     *
     * @param audience what it may see, and for how long
     */
    void listen(HttpServerResponse response, @Nullable Long position, EventAudience audience) {
        if (listeners.size() >= options.maxListeners()) {
            throw new Refusal(Problem.of(
                    503,
                    "Service Unavailable",
                    "there are " + options.maxListeners() + " listeners, which is the most"));
        }
        response.putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true)
                .setWriteQueueMaxSize(options.listenerBufferBytes());
        // A position from the future (another database, a typing error) must not silence the stream.
        long start = position == null ? recent.newest() : Math.min(position, recent.newest());
        EventListener listener = new EventListener(vertx, response, start, this, audience, options);
        listeners.add(listener);
        response.closeHandler(closed -> {
            listeners.remove(listener);
            listener.gone();
        });
        listener.begin();
    }

    RecentEvents recent() {
        return recent;
    }

    /** Events from the store, for a listener that is further behind than {@link #recent}. */
    Future<List<Sendable>> older(long position) {
        return reader.executeBlocking(() -> sendable(position), false);
    }

    void drop(EventListener listener) {
        dropped.incrementAndGet();
        listeners.remove(listener);
        LOG.warn("listener does not read and is dropped; dropped={} listeners={}", dropped.get(), listeners.size());
    }

    int listeners() {
        return listeners.size();
    }

    long dropped() {
        return dropped.get();
    }

    Future<Void> close() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
        listeners.forEach(EventListener::end);
        return reader.close();
    }

    private Void read() {
        while (more.getAndSet(false)) {
            List<Sendable> fresh = sendable(recent.newest());
            if (!fresh.isEmpty()) {
                recent = recent.with(fresh);
                more.set(true);
                listeners.forEach(EventListener::offer);
            }
        }
        failing = false;
        return null;
    }

    private List<Sendable> sendable(long after) {
        return records.eventsAfter(after, BATCH).stream().map(this::sendable).toList();
    }

    private Sendable sendable(AlarmView.Event event) {
        long number = event.step().number();
        return new Sendable(
                number,
                new Subject(region(event.alarm()), event.alarm().enterprise().map(one -> new EnterpriseId(one.id()))),
                Buffer.buffer("id: " + number + "\nevent: alarm\ndata: ")
                        .appendBuffer(json.write(event))
                        .appendString("\n\n"));
    }

    private static Optional<RegionCode> region(AlarmView alarm) {
        return Optional.of(alarm.region().id()).filter(id -> !id.isBlank()).map(RegionCode::new);
    }

    private void failed(Throwable why) {
        if (!failing) {
            failing = true;
            LOG.error("events cannot be read; reason={}", why.toString());
        }
    }
}
