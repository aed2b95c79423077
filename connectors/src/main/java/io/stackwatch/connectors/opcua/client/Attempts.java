package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.source.SourceState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.jspecify.annotations.Nullable;

/**
 * Tries to connect until there is a connection: quickly at first, then with longer pauses, slowly where a person must act. All
 * methods on the source's executor.
 */
final class Attempts {

    private final ClientOptions options;
    private final Opening opening;
    private final SerialExecutor serial;
    private final Threads threads;
    private final Standing standing;
    private final Intake intake;
    private final Turn turn;
    private final Consumer<OpcUaClient> opened;

    private int attempt;
    private boolean underWay;
    private boolean connected;
    private boolean wasConnected;
    private boolean stopped;

    /**
     * @param turn a pause ends for nothing when another turn has begun
     * @param opened takes the connection
     */
    Attempts(
            ClientOptions options,
            Opening opening,
            SerialExecutor serial,
            Threads threads,
            Standing standing,
            Intake intake,
            Turn turn,
            Consumer<OpcUaClient> opened) {
        this.options = options;
        this.opening = opening;
        this.serial = serial;
        this.threads = threads;
        this.standing = standing;
        this.intake = intake;
        this.turn = turn;
        this.opened = opened;
    }

    void connect() {
        if (stopped || underWay || connected) {
            return;
        }
        if (intake.isFull()) {
            // nobody keeps what we have; more would only be lost here instead of there
            again(options.longestBackoff());
            return;
        }
        underWay = true;
        standing.counting().attempts.increment();
        var unused = opening.open().whenCompleteAsync(this::ended, serial);
    }

    /** Tries now, whatever pause was meant to be; does nothing where there is a connection. */
    void now() {
        if (!connected) {
            attempt = 0;
            turn.next();
            connect();
        }
    }

    private void ended(@Nullable OpcUaClient made, @Nullable Throwable failure) {
        underWay = false;
        if (stopped) {
            Optional.ofNullable(made).ifPresent(Opening::abandon);
        } else if (failure != null || made == null) {
            failed(Failures.judge(failure == null ? new IllegalStateException() : failure));
        } else {
            connected = true;
            opened.accept(made);
        }
    }

    /** There is no connection, or what there was is given up; the next attempt is made after a pause. */
    void failed(CannotOpen why) {
        connected = false;
        SourceState state = why.state() == SourceState.CONNECTING && wasConnected ? SourceState.LOST : why.state();
        standing.is(state, why.reason(), why.thumbprint());
        attempt++;
        boolean person = state != SourceState.CONNECTING && state != SourceState.LOST;
        again(person ? options.personBackoff() : options.backoff(attempt));
    }

    /** Values flow: the next attempt is a first one. */
    void succeeded() {
        attempt = 0;
        wasConnected = true;
    }

    /** Whether values have flowed before. */
    boolean wasConnected() {
        return wasConnected;
    }

    void stop() {
        stopped = true;
        connected = false;
    }

    private void again(Duration pause) {
        int mine = turn.now();
        threads.later(
                pause,
                () -> serial.execute(() -> {
                    if (turn.is(mine)) {
                        connect();
                    }
                }));
    }
}
