package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.jspecify.annotations.Nullable;

/**
 * The line to one server: values flow, it notices that it is cut, comes back, and has the cut filled. A broken connection may be
 * mended by the SDK for a moment, with the same session; after that everything is made anew, and the old subscription asked for.
 *
 * <p>All methods on the source's executor.
 */
final class Line implements Messages.Told {

    private final ClientOptions options;
    private final SerialExecutor serial;
    private final Threads threads;
    private final Standing standing;
    private final Intake intake;
    private final Book book;

    private final Turn turn = new Turn();
    private final Attempts attempts;
    private final Resuming resuming;
    private final Filling filling;
    private final Rounds rounds;

    private @Nullable OpcUaClient client;
    private @Nullable Publishing publishing;
    /** The turn in which a subscription is being asked for. */
    private int asking = -1;

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
        this.options = options;
        this.serial = serial;
        this.threads = threads;
        this.standing = standing;
        this.intake = intake;
        this.book = book;
        this.attempts = new Attempts(options, opening, serial, threads, standing, intake, turn, this::opened);
        this.resuming = new Resuming(settings, options, serial, intake, book);
        this.filling = new Filling(settings, options, serial, threads, intake, book);
        this.rounds = new Rounds(options, serial, threads, book);
    }

    void start() {
        standing.is(SourceState.CONNECTING, "", Optional.empty());
        attempts.connect();
        rounds.start(this::lookForSilence, this::askForBadNodes);
    }

    /** Stops; completes when the server has been told, or soon after if it cannot be. */
    CompletableFuture<Void> stop() {
        if (stopped) {
            return CompletableFuture.completedFuture(null);
        }
        stopped = true;
        OpcUaClient leaving = client;
        attempts.stop();
        rounds.stop();
        endTurn();
        intake.stop();
        standing.is(SourceState.STOPPED, "", Optional.empty());
        return leaving == null
                ? CompletableFuture.completedFuture(null)
                : Opening.leave(leaving, options.requestTimeout());
    }

    /** Tries now, whatever pause was meant to be. */
    void tryNow() {
        attempts.now();
    }

    private void opened(OpcUaClient made) {
        client = made;
        turn.next();
        SessionNews.of(made, serial, () -> inactive(made), () -> active(made));
        resume(made);
    }

    private void inactive(OpcUaClient over) {
        if (client == over) {
            cut("CONNECTION_LOST");
        }
    }

    private void active(OpcUaClient over) {
        if (client == over && publishing == null && !turn.is(asking)) {
            turn.next();
            resume(over);
        }
    }

    private void resume(OpcUaClient over) {
        int mine = turn.now();
        asking = mine;
        var unused = resuming.over(over, attempts.wasConnected())
                .whenCompleteAsync(
                        (resumed, failure) -> {
                            if (!turn.is(mine) || stopped) {
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

    private void flow(OpcUaClient over, Resuming.Resumption resumption) {
        attempts.succeeded();
        standing.counting().connects.increment();
        standing.is(SourceState.CONNECTED, "", Optional.empty());
        intake.resumed(book.subscription, resumption.how());
        Messages messages = new Messages(over, intake, book, this);
        Publishing flowing = new Publishing(over, resumption.session(), book, messages, serial, threads, options);
        publishing = flowing;
        flowing.start();
        filling.start(over, resumption.limits());
    }

    @Override
    public void missed(OpcUaClient over, String reason) {
        // what is read back from now on belongs to this cut too
        filling.stop();
        standing.counting().cuts.increment();
        intake.lost(book.subscription, reason);
        intake.resumed(book.subscription, Batch.How.TRANSFERRED);
        int mine = turn.now();
        var unused = resuming.limits(over)
                .whenCompleteAsync(
                        (limits, failure) -> {
                            if (turn.is(mine) && failure == null) {
                                filling.start(over, limits);
                            } else if (turn.is(mine)) {
                                cut(Failures.reason(failure));
                            }
                        },
                        serial);
    }

    @Override
    public void gone(OpcUaClient over, String reason, boolean forgotten) {
        if (client == over && publishing != null) {
            cut(reason);
            if (forgotten) {
                book.forget();
            } else {
                book.session = null;
            }
            turn.next();
            resume(over);
        }
    }

    /** Values flow no more. The SDK has a moment to mend it, then everything is made anew. */
    private void cut(String reason) {
        if (publishing == null) {
            return;
        }
        publishing.stop();
        publishing = null;
        filling.stop();
        int mine = turn.next();
        standing.counting().cuts.increment();
        standing.is(SourceState.LOST, reason, Optional.empty());
        intake.lost(book.subscription, reason);
        threads.later(
                options.grace(),
                () -> serial.execute(() -> {
                    if (turn.is(mine) && client != null) {
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
        attempts.failed(why);
    }

    private void endTurn() {
        turn.next();
        client = null;
        filling.stop();
        if (publishing != null) {
            publishing.stop();
            publishing = null;
        }
    }

    /** A server that says nothing although it has promised to is a cut too. */
    private void lookForSilence() {
        if (publishing != null && publishing.isSilent()) {
            cut("SILENT");
        }
    }

    private void askForBadNodes() {
        OpcUaClient over = client;
        if (over != null && publishing != null && !book.badNodes().isEmpty()) {
            var unused = resuming.badNodes(over);
        }
    }
}
