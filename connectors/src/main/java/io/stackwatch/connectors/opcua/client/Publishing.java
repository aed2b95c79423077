package io.stackwatch.connectors.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaSession;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.structured.NotificationMessage;
import org.eclipse.milo.opcua.stack.core.types.structured.PublishRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.PublishResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.SubscriptionAcknowledgement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server for the messages of one subscription over one session, in their order, and acknowledges those that are
 * durable. Messages that are missing are asked for again (Part 4, 5.14.5 and 5.14.6).
 *
 * <p>A message counts from being asked for until it is durable, and there are at most so many: when nothing can be kept,
 * nothing is asked for, and the server waits. All methods on the source's executor.
 */
final class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(OpcUaConnector.class);

    /** What is missing beyond so many messages is not asked for one by one. */
    private static final long LONGEST_GAP = 256;

    private static final long LARGEST_SEQUENCE = 0xFFFF_FFFFL;
    private static final int PAUSE_MILLIS = 1000;

    /** Whoever takes the messages. */
    interface Receiver {

        /** A message in its order; {@code durable} runs when all of it is. */
        void message(NotificationMessage message, Runnable durable);

        /** Messages were lost between the last one and the next. */
        void hole();

        /**
         * The subscription is not this session's any more.
         *
         * @param forgotten whether the server does not know it at all; else another session may take it over
         */
        void gone(String reason, boolean forgotten);
    }

    private final OpcUaClient client;
    private final OpcUaSession session;
    private final Book book;
    private final Receiver receiver;
    private final Executor serial;
    private final Threads threads;
    private final ClientOptions options;

    private final Deque<NotificationMessage> inbox = new ArrayDeque<>();
    private final List<Long> durable = new ArrayList<>();
    private int window;
    private int asked;
    private int open;
    private boolean republishing;
    private boolean pausing;
    private boolean stopped;
    private long heardAt = System.nanoTime();

    Publishing(
            OpcUaClient client,
            OpcUaSession session,
            Book book,
            Receiver receiver,
            Executor serial,
            Threads threads,
            ClientOptions options) {
        this.client = client;
        this.session = session;
        this.book = book;
        this.receiver = receiver;
        this.serial = serial;
        this.threads = threads;
        this.options = options;
        this.window = options.window();
    }

    void start() {
        heardAt = System.nanoTime();
        work();
    }

    void stop() {
        stopped = true;
        inbox.clear();
    }

    /** Whether the server has been silent for longer than it has promised, although it was asked. */
    boolean isSilent() {
        long patience = 2 * book.keepAliveMillis + PAUSE_MILLIS;
        return asked > 0 && System.nanoTime() - heardAt > TimeUnit.MILLISECONDS.toNanos(patience);
    }

    private void work() {
        while (!stopped && !republishing && !inbox.isEmpty()) {
            take(inbox.element());
        }
        while (!stopped && !pausing && asked + open + inbox.size() < window) {
            ask();
        }
    }

    private void ask() {
        if (asked == 0) {
            heardAt = System.nanoTime();
        }
        asked++;
        SubscriptionAcknowledgement[] acknowledged = durable.stream()
                .map(sequence -> new SubscriptionAcknowledgement(uint(book.subscription), uint(sequence)))
                .toArray(SubscriptionAcknowledgement[]::new);
        durable.clear();
        long patience = (book.keepAliveMillis + 1000) * (options.window() + 1)
                + options.requestTimeout().toMillis();
        var unused = client.sendRequestAsync(new PublishRequest(
                        client.newRequestHeader(session.getAuthenticationToken(), uint(patience)), acknowledged))
                .whenCompleteAsync(
                        (response, failure) -> {
                            asked--;
                            if (stopped) {
                                return;
                            }
                            if (failure == null) {
                                received((PublishResponse) response);
                            } else {
                                failed(failure);
                            }
                        },
                        serial);
    }

    private void received(PublishResponse response) {
        heardAt = System.nanoTime();
        if (response.getSubscriptionId().longValue() == book.subscription) {
            inbox.add(response.getNotificationMessage());
        }
        work();
    }

    private void failed(Throwable failure) {
        long code = Failures.status(failure).orElse(0L);
        if (code == StatusCodes.Bad_NoSubscription || code == StatusCodes.Bad_SubscriptionIdInvalid) {
            receiver.gone(Failures.name(code), code == StatusCodes.Bad_SubscriptionIdInvalid);
        } else if (code == StatusCodes.Bad_TooManyPublishRequests) {
            window = Math.max(1, window - 1);
            work();
        } else if (!pausing) {
            // the line may be broken: whoever watches it finds out; until then not too often
            pausing = true;
            threads.later(
                    Duration.ofMillis(PAUSE_MILLIS),
                    () -> serial.execute(() -> {
                        pausing = false;
                        work();
                    }));
        }
    }

    private void take(NotificationMessage message) {
        boolean empty = message.getNotificationData() == null || message.getNotificationData().length == 0;
        long sequence = message.getSequenceNumber().longValue();
        long missing = sequence - next(book.lastSequence);
        if (missing > 0 && missing <= LONGEST_GAP) {
            republish(next(book.lastSequence));
            return;
        }
        inbox.remove();
        if (missing > 0) {
            receiver.hole();
        }
        if (empty) {
            // a keep-alive has the number of the next message
            book.lastSequence = missing > 0 ? sequence - 1 : book.lastSequence;
            deliver(message, 0);
        } else if (missing >= 0) {
            book.lastSequence = sequence;
            deliver(message, sequence);
        } else {
            // had before a transfer
            durable.add(sequence);
        }
    }

    private void republish(long sequence) {
        republishing = true;
        var unused = client.republishAsync(uint(book.subscription), uint(sequence))
                .orTimeout(options.requestTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (response, failure) -> {
                            republishing = false;
                            if (stopped) {
                                return;
                            }
                            book.lastSequence = sequence;
                            if (failure == null) {
                                deliver(response.getNotificationMessage(), sequence);
                            } else {
                                receiver.hole();
                            }
                            work();
                        },
                        serial);
    }

    private void deliver(NotificationMessage message, long sequence) {
        open++;
        try {
            receiver.message(message, () -> settled(sequence));
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "subscription={} sequence={} cannot be read: {}",
                    book.subscription,
                    sequence,
                    unreadable.getClass().getSimpleName());
            settled(sequence);
            receiver.hole();
        }
    }

    private void settled(long sequence) {
        open--;
        if (sequence > 0) {
            durable.add(sequence);
        }
        work();
    }

    /** Sequence numbers go from 1 to 2^32-1 and begin again with 1. */
    private static long next(long sequence) {
        return sequence == LARGEST_SEQUENCE ? 1 : sequence + 1;
    }
}
