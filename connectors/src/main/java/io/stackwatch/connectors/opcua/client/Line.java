package io.stackwatch.connectors.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaSession;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSubscriptionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.NotificationMessage;
import org.eclipse.milo.opcua.stack.core.types.structured.TransferResult;
import org.jspecify.annotations.Nullable;

/**
 * The line to one server: connects, subscribes, notices that it is cut, comes back. A broken connection may be mended by the SDK
 * for a moment, with the same session; after that everything is made anew, and the old subscription asked for.
 *
 * <p>All methods on the source's executor.
 */
final class Line {

    private final SourceSettings settings;
    private final ClientOptions options;
    private final Opening opening;
    private final SerialExecutor serial;
    private final Threads threads;
    private final Standing standing;
    private final Intake intake;
    private final Book book;

    private @Nullable OpcUaClient client;
    private @Nullable Publishing publishing;
    private @Nullable HistoryReading reading;
    /** Grows with every connection and every cut: what belongs to an older one comes too late. */
    private int turn;
    /** The turn in which a subscription is being asked for. */
    private int resuming = -1;

    private int attempt;
    private boolean connecting;
    private boolean wasConnected;
    private boolean stopped;

    Line(
            SourceSettings settings,
            ClientOptions options,
            Opening opening,
            SerialExecutor serial,
            Threads threads,
            Standing standing,
            Intake intake,
            Book book) {
        this.settings = settings;
        this.options = options;
        this.opening = opening;
        this.serial = serial;
        this.threads = threads;
        this.standing = standing;
        this.intake = intake;
        this.book = book;
    }

    void start() {
        standing.is(SourceState.CONNECTING, "", Optional.empty());
        connect();
        watch();
        retryBadNodes();
    }

    /** Stops; completes when the server has been told, or soon after if it cannot be. */
    CompletableFuture<Void> stop() {
        if (stopped) {
            return CompletableFuture.completedFuture(null);
        }
        stopped = true;
        OpcUaClient leaving = client;
        endTurn();
        intake.stop();
        standing.is(SourceState.STOPPED, "", Optional.empty());
        if (leaving == null) {
            return CompletableFuture.completedFuture(null);
        }
        return leaving.disconnectAsync()
                .orTimeout(options.requestTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> {
                    if (failure != null) {
                        Opening.abandon(leaving);
                    }
                    return null;
                });
    }

    /** Tries now, whatever pause was meant to be. */
    void tryNow() {
        if (client == null) {
            attempt = 0;
            turn++;
            connect();
        }
    }

    private void connect() {
        if (stopped || connecting || client != null) {
            return;
        }
        if (intake.isFull()) {
            // nobody keeps what we have; more would only be lost here instead of there
            again(options.longestBackoff());
            return;
        }
        connecting = true;
        standing.counting().attempts.increment();
        var unused = opening.open().whenCompleteAsync(this::opened, serial);
    }

    private void opened(@Nullable OpcUaClient made, @Nullable Throwable failure) {
        connecting = false;
        if (failure != null || made == null) {
            failed(Failures.judge(failure == null ? new IllegalStateException() : failure));
            return;
        }
        if (stopped) {
            Opening.abandon(made);
            return;
        }
        client = made;
        turn++;
        listen(made);
        resume(made, turn);
    }

    private void failed(CannotOpen why) {
        SourceState state = why.state() == SourceState.CONNECTING && wasConnected ? SourceState.LOST : why.state();
        standing.is(state, why.reason(), why.thumbprint());
        attempt++;
        boolean person = state != SourceState.CONNECTING && state != SourceState.LOST;
        again(person ? options.personBackoff() : options.backoff(attempt));
    }

    private void again(Duration pause) {
        int mine = turn;
        threads.later(
                pause,
                () -> serial.execute(() -> {
                    if (mine == turn) {
                        connect();
                    }
                }));
    }

    private void listen(OpcUaClient made) {
        made.addSessionActivityListener(new SessionActivityListener() {
            @Override
            public void onSessionInactive(UaSession session) {
                serial.execute(() -> {
                    if (client == made) {
                        cut("CONNECTION_LOST");
                    }
                });
            }

            @Override
            public void onSessionActive(UaSession session) {
                serial.execute(() -> {
                    if (client == made && publishing == null && resuming != turn) {
                        turn++;
                        resume(made, turn);
                    }
                });
            }
        });
    }

    /** The subscription of before if the server still has it, else a new one; then values flow. */
    private void resume(OpcUaClient over, int mine) {
        resuming = mine;
        var unused = over.getSessionAsync()
                .thenComposeAsync(session -> subscription(over, session), serial)
                .orTimeout(patience().toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (resumed, failure) -> {
                            if (mine != turn || stopped) {
                                return;
                            }
                            if (failure != null) {
                                giveUp(Failures.judge(failure));
                            } else {
                                flow(over, resumed);
                            }
                        },
                        serial);
    }

    /** A request for each thousand nodes, and some. */
    private Duration patience() {
        return options.requestTimeout().multipliedBy(4L + settings.nodes().size() / 100);
    }

    private record Resumption(OpcUaSession session, Batch.How how, ServerLimits limits) {}

    private CompletableFuture<Resumption> subscription(OpcUaClient over, OpcUaSession session) {
        if (book.subscription == 0) {
            return create(over, session, wasConnected ? Batch.How.RECREATED : Batch.How.STARTED);
        }
        if (session.getSessionId().equals(book.session)) {
            return limits(over).thenApply(limits -> new Resumption(session, Batch.How.TRANSFERRED, limits));
        }
        return over.transferSubscriptionsAsync(List.of(uint(book.subscription)), false)
                .handle((response, failure) -> {
                    if (failure != null && Failures.isOfTheSession(failure)) {
                        // says nothing about the subscription: asked again with the next session
                        throw new CompletionException(failure);
                    }
                    return failure == null && isTransferred(response.getResults());
                })
                .thenComposeAsync(
                        transferred -> {
                            if (!transferred) {
                                return create(over, session, Batch.How.RECREATED);
                            }
                            book.session = session.getSessionId();
                            return limits(over)
                                    .thenApply(limits -> new Resumption(session, Batch.How.TRANSFERRED, limits));
                        },
                        serial);
    }

    private static boolean isTransferred(TransferResult @Nullable [] results) {
        return results != null
                && results.length == 1
                && results[0].getStatusCode().isGood();
    }

    private CompletableFuture<Resumption> create(OpcUaClient over, OpcUaSession session, Batch.How how) {
        book.forget();
        Rhythm rhythm = settings.rhythm();
        return limits(over)
                .thenCompose(limits -> over.createSubscriptionAsync(
                                (double) rhythm.publishing().toMillis(),
                                uint(rhythm.lifetimeCount()),
                                uint(rhythm.keepAliveCount()),
                                uint(Batch.MAX_VALUES),
                                true,
                                ubyte(0))
                        .thenComposeAsync(
                                made -> {
                                    begin(made, session);
                                    return new MonitoredItems(over, book, rhythm, limits.itemsPerCall()).createAll();
                                },
                                serial))
                .thenCompose(done -> limits(over))
                .thenApply(limits -> new Resumption(session, how, limits));
    }

    private void begin(CreateSubscriptionResponse made, OpcUaSession session) {
        double silence = made.getRevisedPublishingInterval()
                * made.getRevisedMaxKeepAliveCount().longValue();
        book.begin(made.getSubscriptionId().longValue(), session.getSessionId(), (long) silence);
    }

    private CompletableFuture<ServerLimits> limits(OpcUaClient over) {
        return ServerLimits.ask(over, intake.now());
    }

    private void flow(OpcUaClient over, Resumption resumption) {
        attempt = 0;
        wasConnected = true;
        standing.counting().connects.increment();
        standing.is(SourceState.CONNECTED, "", Optional.empty());
        intake.resumed(book.subscription, resumption.how());
        Publishing flowing =
                new Publishing(over, resumption.session(), book, new Messages(over), serial, threads, options);
        publishing = flowing;
        flowing.start();
        fill(over, resumption.limits());
    }

    /** Reads back what the cut has hidden; where that is not offered it says so. */
    private void fill(OpcUaClient over, ServerLimits limits) {
        if (reading != null) {
            reading.stop();
            reading = null;
        }
        Optional<Instant> from = intake.openFrom();
        if (from.isEmpty()) {
            return;
        }
        long number = book.subscription;
        Instant to = limits.now();
        if (!settings.readHistory() || !from.get().isBefore(to)) {
            boolean read = settings.readHistory();
            intake.filled(
                    number,
                    from.get(),
                    to,
                    read ? Batch.Outcome.COMPLETE : Batch.Outcome.NOT_OFFERED,
                    read ? Unread.NONE : new Unread(settings.nodes().size(), List.of()));
            return;
        }
        Duration overlap = settings.rhythm()
                .publishing()
                .multipliedBy(2)
                .plus(settings.rhythm().sampling());
        reading = new HistoryReading(
                over,
                limits.historyNodesPerCall(),
                node -> intake.readUntil(node).orElse(from.get().minus(overlap)),
                to,
                (values, durable) -> intake.history(number, values, durable),
                nodes -> {
                    reading = null;
                    intake.filled(number, from.get(), to, nodes.outcome(), nodes.unread());
                },
                serial,
                threads,
                options.requestTimeout());
        // those too that the server refuses to watch: it may know what they were
        reading.start(settings.nodes().stream().map(node -> node.nodeId()).toList());
    }

    private final class Messages implements Publishing.Receiver {

        private final OpcUaClient over;

        Messages(OpcUaClient over) {
            this.over = over;
        }

        @Override
        public void message(NotificationMessage message, Runnable durable) {
            intake.message(message, book, over.getStaticEncodingContext(), this::overflow, durable)
                    .ifPresent(status -> gone(Failures.name(status), true));
        }

        @Override
        public void hole() {
            missed("MESSAGES_LOST");
        }

        /** The server's queue was too short for what came between two messages. */
        private void overflow() {
            missed("QUEUE_OVERFLOW");
        }

        private void missed(String reason) {
            standing.counting().cuts.increment();
            intake.lost(book.subscription, reason);
            intake.resumed(book.subscription, Batch.How.TRANSFERRED);
            int mine = turn;
            var unused = limits(over)
                    .thenAcceptAsync(
                            limits -> {
                                if (mine == turn) {
                                    fill(over, limits);
                                }
                            },
                            serial);
        }

        @Override
        public void gone(String reason, boolean forgotten) {
            if (client == over && publishing != null) {
                cut(reason);
                if (forgotten) {
                    book.forget();
                } else {
                    book.session = null;
                }
                turn++;
                resume(over, turn);
            }
        }
    }

    /** Values flow no more. The SDK has a moment to mend it, then everything is made anew. */
    private void cut(String reason) {
        if (publishing == null) {
            return;
        }
        publishing.stop();
        publishing = null;
        stopReading();
        turn++;
        standing.counting().cuts.increment();
        standing.is(SourceState.LOST, reason, Optional.empty());
        intake.lost(book.subscription, reason);
        int mine = turn;
        threads.later(
                options.grace(),
                () -> serial.execute(() -> {
                    if (mine == turn && client != null) {
                        giveUp(new CannotOpen(SourceState.LOST, reason, Optional.empty()));
                    }
                }));
    }

    /** Leaves this connection and makes another one. */
    private void giveUp(CannotOpen why) {
        OpcUaClient leaving = client;
        endTurn();
        if (leaving != null) {
            Opening.abandon(leaving);
        }
        failed(why);
    }

    private void endTurn() {
        turn++;
        client = null;
        stopReading();
        if (publishing != null) {
            publishing.stop();
            publishing = null;
        }
    }

    private void stopReading() {
        if (reading != null) {
            reading.stop();
            reading = null;
        }
    }

    /** A server that says nothing although it has promised to is a cut too. */
    private void watch() {
        if (stopped) {
            return;
        }
        if (publishing != null && publishing.isSilent()) {
            cut("SILENT");
        }
        long pause = Math.max(100, Math.min(5000, book.keepAliveMillis / 2));
        threads.later(Duration.ofMillis(pause), () -> serial.execute(this::watch));
    }

    private void retryBadNodes() {
        if (stopped) {
            return;
        }
        OpcUaClient over = client;
        if (over != null && publishing != null && !book.badNodes().isEmpty()) {
            var unused = limits(over)
                    .thenComposeAsync(
                            limits -> new MonitoredItems(over, book, settings.rhythm(), limits.itemsPerCall())
                                    .createBad(),
                            serial);
        }
        threads.later(options.badNodeRetry(), () -> serial.execute(this::retryBadNodes));
    }
}
