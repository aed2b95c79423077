package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.hj212.session.Reply;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The outcome of one arrival, on its way from whoever keeps it back to the connection's event loop. */
final class PendingOutcome extends AtomicReference<PendingOutcome.@Nullable Answer> implements Outcome {

    private static final long serialVersionUID = 1L;

    private final transient Loop loop;
    private final transient Connection connection;
    private final transient Optional<Reply> whenDurable;

    PendingOutcome(Loop loop, Connection connection, Optional<Reply> whenDurable) {
        this.loop = loop;
        this.connection = connection;
        this.whenDurable = whenDurable;
    }

    @Override
    public void durable() {
        answer(Answer.DURABLE);
    }

    @Override
    public void refused(Refusal why) {
        answer(
                switch (why) {
                    case OVERLOADED -> Answer.OVERLOADED;
                    case UNAVAILABLE, NOT_WANTED -> Answer.NOT_KEPT;
                });
    }

    Connection connection() {
        return connection;
    }

    Optional<Reply> whenDurable() {
        return whenDurable;
    }

    private void answer(Answer answer) {
        if (compareAndSet(null, answer)) {
            loop.completed(this);
        }
    }

    /** What was answered. */
    enum Answer {
        DURABLE,
        OVERLOADED,
        NOT_KEPT
    }
}
